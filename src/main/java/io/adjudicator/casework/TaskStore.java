package io.adjudicator.casework;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that changes tasks. */
@Repository
class TaskStore {

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The state of the task that was asked for before, if it was. */
    Optional<TaskState> askAgain(NewTask asked) {
        return jdbc.sql("""
                        update task
                        set job_key = :job, told = false
                        where task_id = :id
                        returning state
                        """)
                .param("id", asked.id().value())
                .param("job", asked.jobKey())
                .query((row, number) -> TaskState.valueOf(row.getString("state")))
                .optional();
    }

    /** Answers in what state it is: two replicas may ask at once. */
    TaskState insert(NewTask asked, TaskState state, Instant at) {
        return jdbc.sql("""
                        insert into task (task_id, case_id, kind, round, role, touched_at, created_at, remind_at, due_at, state,
                          job_key, told)
                        values (:id, :case, :kind, :round, :role, :at, :at, :remindAt, :dueAt, :state, :job, false)
                        on conflict (task_id) do update set job_key = excluded.job_key, told = false
                        returning state
                        """)
                .param("id", asked.id().value())
                .param("case", asked.caseId().value())
                .param("kind", asked.kind().wireName())
                .param("round", asked.round())
                .param("role", asked.kind().role().wireName())
                .param("at", Timestamp.from(at))
                .param("remindAt", asked.remindAt().map(Timestamp::from).orElse(null))
                .param("dueAt", asked.dueAt().map(Timestamp::from).orElse(null))
                .param("state", state.name())
                .param("job", asked.jobKey())
                .query((row, number) -> TaskState.valueOf(row.getString("state")))
                .single();
    }

    /** False if the task is not open, or no longer as the caller saw it. */
    boolean assign(TaskId id, int version, @Nullable String assignee, Instant at) {
        return jdbc.sql("""
                                update task
                                set assignee = :assignee, touched_at = :at, version = version + 1
                                where task_id = :id and version = :version and state = 'OPEN'
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("assignee", assignee)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean complete(TaskId id, int version, String by, Map<String, String> answer, Instant at) {
        return jdbc.sql("""
                                update task
                                set state = 'DONE', answer = :answer, done_at = :at, done_by = :by, assignee = :by, version = version + 1
                                where task_id = :id and version = :version and state = 'OPEN'
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by)
                        .param("answer", Canonical.json(answer))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void cancelOf(CaseId id) {
        jdbc.sql("update task set state = 'CANCELLED', version = version + 1 where case_id = :case and state = 'OPEN'")
                .param("case", id.value())
                .update();
    }

    /** Takes open tasks from whoever has them: one actor's, or all that were not touched since. Answers which, and who had each. */
    List<Map.Entry<TaskId, String>> takeBack(Optional<String> actor, Optional<Instant> untouchedSince, Instant at) {
        return jdbc.sql("""
                        update task
                        set assignee = null, touched_at = :at, version = task.version + 1
                        from (
                          select task_id, assignee
                          from task
                          where state = 'OPEN' and assignee is not null
                            and (cast(:actor as text) is null or assignee = :actor)
                            and (cast(:since as timestamptz) is null or touched_at <= :since)
                          order by task_id
                          for update) as held
                        where task.task_id = held.task_id
                        returning task.task_id, held.assignee
                        """)
                .param("actor", actor.orElse(null))
                .param("since", untouchedSince.map(Timestamp::from).orElse(null))
                .param("at", Timestamp.from(at))
                .query((row, number) -> Map.entry(new TaskId(row.getString("task_id")), row.getString("assignee")))
                .list();
    }

    /** Marks open tasks whose due date has passed, once each; of one case or of all. What somebody changes just now is left for later. */
    List<TaskId> escalate(Optional<CaseId> ofCase, Instant now) {
        return jdbc.sql("""
                        update task
                        set escalated_at = :now
                        where task_id in (
                          select task_id
                          from task
                          where state = 'OPEN' and due_at <= :now and escalated_at is null
                            and (cast(:case as text) is null or case_id = :case)
                          order by task_id
                          for update skip locked)
                        returning task_id
                        """)
                .param("case", ofCase.map(CaseId::value).orElse(null))
                .param("now", Timestamp.from(now))
                .query(TaskStore::id)
                .list();
    }

    /** Marks open tasks that are due soon, once each; of one case or of all. */
    List<TaskId> remind(Optional<CaseId> ofCase, Instant now) {
        return jdbc.sql("""
                        update task
                        set reminded_at = :now
                        where task_id in (
                          select task_id
                          from task
                          where state = 'OPEN' and remind_at <= :now and reminded_at is null and escalated_at is null
                            and (cast(:case as text) is null or case_id = :case)
                          order by task_id
                          for update skip locked)
                        returning task_id
                        """)
                .param("case", ofCase.map(CaseId::value).orElse(null))
                .param("now", Timestamp.from(now))
                .query(TaskStore::id)
                .list();
    }

    private static TaskId id(ResultSet row, int number) throws SQLException {
        return new TaskId(row.getString("task_id"));
    }

    /** A row of task joined with work_case, {@code case_kind} being the latter's kind. */
    static Task task(ResultSet row, Instant now) throws SQLException {
        TaskState state = TaskState.valueOf(row.getString("state"));
        Optional<Instant> dueAt = instant(row, "due_at");
        String kind = row.getString("kind");
        String caseKind = row.getString("case_kind");
        return new Task(
                new TaskId(row.getString("task_id")),
                new CaseId(row.getString("case_id")),
                CaseKind.ofWireName(caseKind)
                        .orElseThrow(() -> new IllegalStateException("expected a kind of case, but got " + caseKind)),
                TaskKind.ofWireName(kind)
                        .orElseThrow(() -> new IllegalStateException("expected a kind of task, but got " + kind)),
                row.getInt("round"),
                new CustomerId(row.getString("customer")),
                row.getString("subject"),
                Optional.ofNullable(row.getString("assignee")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "remind_at"),
                dueAt,
                state == TaskState.OPEN
                        && dueAt.filter(due -> !due.isAfter(now)).isPresent(),
                state,
                row.getInt("version"),
                Optional.ofNullable(row.getString("answer"))
                        .map(CaseStore::texts)
                        .orElse(Map.of()),
                instant(row, "done_at"),
                Optional.ofNullable(row.getString("done_by")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
