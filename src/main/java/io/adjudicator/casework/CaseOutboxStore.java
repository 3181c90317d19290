package io.adjudicator.casework;

import io.adjudicator.kernel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what the engine has to be told. */
@Repository
class CaseOutboxStore {

    private final JdbcClient jdbc;

    CaseOutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseStart> unstarted(int limit) {
        return jdbc.sql("""
                        select case_id, kind
                        from work_case
                        where not started and closed_at is null
                        order by opened_at
                        limit :limit
                        """).param("limit", limit).query(CaseOutboxStore::start).list();
    }

    List<CaseStart> open(String after, int limit) {
        return jdbc.sql("""
                        select case_id, kind
                        from work_case
                        where closed_at is null and parent is null and case_id > :after
                        order by case_id
                        limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(CaseOutboxStore::start)
                .list();
    }

    /** Of a case and those that its process carries, none has an open task or a line on its timeline since. */
    List<CaseStart> still(Instant since, int limit) {
        return jdbc.sql("""
                        select case_id, kind
                        from work_case
                        where closed_at is null and parent is null and opened_at <= :since
                          and (quiet_until is null or quiet_until <= :since)
                          and not exists (select from task where task.case_id = work_case.case_id and state = 'OPEN')
                          and not exists (
                            select
                            from work_case as part
                            join task using (case_id)
                            where part.parent = work_case.case_id and state = 'OPEN')
                          and not exists (
                            select from case_event where case_event.case_id = work_case.case_id and at > :since)
                          and not exists (
                            select
                            from work_case as part
                            join case_event using (case_id)
                            where part.parent = work_case.case_id and at > :since)
                        order by opened_at
                        limit :limit
                        """)
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query(CaseOutboxStore::start)
                .list();
    }

    void markStarted(List<CaseStart> cases) {
        jdbc.sql("update work_case set started = true where case_id = any (:ids) and not started")
                .param("ids", Columns.texts(cases, start -> start.id().value()))
                .update();
    }

    void signal(CaseId id, String message) {
        jdbc.sql("insert into case_signal (case_id, message) values (:id, :message)")
                .param("id", id.value())
                .param("message", message)
                .update();
    }

    List<CaseSignal> signals(int limit) {
        return jdbc.sql("""
                        select signal_key, case_id, message
                        from case_signal
                        where not told
                        order by signal_key
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new CaseSignal(
                        row.getLong("signal_key"), new CaseId(row.getString("case_id")), row.getString("message")))
                .list();
    }

    void markSignalled(List<CaseSignal> signals) {
        jdbc.sql("update case_signal set told = true where signal_key = any (:keys)")
                .param("keys", signals.stream().mapToLong(CaseSignal::key).toArray())
                .update();
    }

    List<ClosedTask> closedTasks(int limit) {
        return jdbc.sql("""
                        select task_id, job_key
                        from task
                        where state <> 'OPEN' and not told
                        order by task_id
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) -> new ClosedTask(new TaskId(row.getString("task_id")), row.getLong("job_key")))
                .list();
    }

    /** A task whose process was started anew meanwhile has another job, and that one was not told. */
    void markTold(List<ClosedTask> tasks) {
        jdbc.sql("""
                        update task set told = true
                        from unnest(cast(:ids as text[]), cast(:jobs as bigint[])) as sent (id, job_key)
                        where task.task_id = sent.id and task.job_key = sent.job_key
                        """)
                .param("ids", Columns.texts(tasks, task -> task.id().value()))
                .param("jobs", tasks.stream().mapToLong(ClosedTask::jobKey).toArray())
                .update();
    }

    private static CaseStart start(ResultSet row, int number) throws SQLException {
        return new CaseStart(new CaseId(row.getString("case_id")), CaseStore.kind(row));
    }
}
