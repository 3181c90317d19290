package io.adjudicator.casework;

import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads tasks. */
@Repository
class TaskListStore {

    private final JdbcClient jdbc;

    TaskListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Task> find(TaskId id, Instant now) {
        return jdbc.sql("""
                        select task_id, case_id, work_case.kind as case_kind, task.kind, round, customer, subject, assignee, created_at,
                          remind_at, due_at, state, version, answer, done_at, done_by
                        from task
                        join work_case using (case_id)
                        where task_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> TaskStore.task(row, now))
                .optional();
    }

    List<Task> ofCase(CaseId id, Instant now) {
        return jdbc.sql("""
                        select task_id, case_id, work_case.kind as case_kind, task.kind, round, customer, subject, assignee, created_at,
                          remind_at, due_at, state, version, answer, done_at, done_by
                        from task
                        join work_case using (case_id)
                        where case_id = :case
                        order by created_at, task_id
                        """)
                .param("case", id.value())
                .query((row, number) -> TaskStore.task(row, now))
                .list();
    }

    List<Task> list(TaskFilter filter, TaskPlace after, int limit, Instant now) {
        return jdbc.sql("""
                        select task_id, case_id, work_case.kind as case_kind, task.kind, round, customer, subject, assignee, created_at,
                          remind_at, due_at, state, version, answer, done_at, done_by
                        from task
                        join work_case using (case_id)
                        where (coalesce(due_at, 'infinity'), task_id) > (coalesce(cast(:afterDue as timestamptz), 'infinity'), :afterId)
                          and (cast(:customer as text) is null or customer = :customer)
                          and (cast(:caseKind as text) is null or work_case.kind = :caseKind)
                          and (cast(:kind as text) is null or task.kind = :kind)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:assignee as text) is null or assignee = :assignee)
                          and (cast(:role as text) is null or role = :role)
                          and (cast(:text as text) is null
                               or position(lower(:text) in lower(concat_ws(' ', subject, customer, case_id))) > 0)
                          and (not :free or assignee is null)
                          and (not :overdue or state = 'OPEN' and due_at <= :now)
                        order by coalesce(due_at, 'infinity'), task_id
                        limit :limit
                        """)
                .param("afterDue", after.dueAt().map(Timestamp::from).orElse(null))
                .param("afterId", after.taskId())
                .param("customer", filter.customer().map(CustomerId::value).orElse(null))
                .param("caseKind", filter.caseKind().map(CaseKind::wireName).orElse(null))
                .param("kind", filter.kind().map(TaskKind::wireName).orElse(null))
                .param("state", filter.state().map(TaskState::name).orElse(null))
                .param("assignee", filter.assignee().orElse(null))
                .param("role", filter.role().map(Role::wireName).orElse(null))
                .param("text", filter.text().orElse(null))
                .param("free", filter.free())
                .param("overdue", filter.overdue())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> TaskStore.task(row, now))
                .list();
    }

    /** Open tasks that the actor has, then those that nobody has; each the most urgent first. */
    List<Task> mostUrgent(String actor, Role role, int from, int limit, Instant now) {
        return jdbc.sql("""
                        select task_id, case_id, work_case.kind as case_kind, task.kind, round, customer, subject, assignee, created_at,
                          remind_at, due_at, state, version, answer, done_at, done_by
                        from task
                        join work_case using (case_id)
                        where state = 'OPEN' and (assignee = :actor or assignee is null and role = :role)
                        order by assignee is null, coalesce(due_at, 'infinity'), task_id
                        offset :from
                        limit :limit
                        """)
                .param("actor", actor)
                .param("role", role.wireName())
                .param("from", from)
                .param("limit", limit)
                .query((row, number) -> TaskStore.task(row, now))
                .list();
    }

    long open() {
        return jdbc.sql("select count(*) from task where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    long overdue(Instant now) {
        return jdbc.sql("select count(*) from task where state = 'OPEN' and due_at <= :now")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }
}
