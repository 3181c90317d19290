package io.adjudicator.window;

import io.adjudicator.kernel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of open windows and cohorts. */
@Repository
class WindowStore {

    private final JdbcClient jdbc;

    WindowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void createMissing(List<OpenWindow> windows) {
        jdbc.sql("""
                        insert into cohort (id, settles_at)
                        select distinct id, settles_at
                        from unnest(cast(:ids as text[]), cast(:settlesAt as timestamptz[])) as joined (id, settles_at)
                        order by id
                        on conflict (id) do nothing
                        """)
                .param("ids", cohortIds(windows))
                .param("settlesAt", Columns.instants(windows, OpenWindow::settlesAt))
                .update();
    }

    /**
     * The settled ones among the windows' cohorts. Until the transaction ends none of them all can be marked settled: the
     * shared lock conflicts with the one in {@link #lock}, but not with other joins.
     */
    List<String> settledAmong(List<OpenWindow> windows) {
        return jdbc
                .sql("""
                        select id, settled
                        from cohort
                        where id = any (:ids)
                        order by id
                        for key share
                        """)
                .param("ids", cohortIds(windows))
                .query((row, number) -> Map.entry(row.getString("id"), row.getBoolean("settled")))
                .list()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A settled cohort that is joined once more gets a new generation and needs a process again. */
    void reopen(List<String> cohortIds) {
        jdbc.sql("""
                        update cohort
                        set generation = generation + 1, settled = false, published = false
                        where id = any (:ids) and settled
                        """).param("ids", cohortIds.toArray(String[]::new)).update();
    }

    void open(List<OpenWindow> windows) {
        jdbc.sql("""
                        insert into measurement_window (claim_key, session_key, cohort_id, closes_at)
                        select claim_key, session_key, cohort_id, closes_at
                        from unnest(cast(:claims as bigint[]), cast(:sessions as bigint[]), cast(:cohorts as text[]),
                                    cast(:closesAt as timestamptz[]))
                             as opened (claim_key, session_key, cohort_id, closes_at)
                        on conflict (claim_key) do update
                          set cohort_id = excluded.cohort_id, closes_at = excluded.closes_at
                        """)
                .param(
                        "claims",
                        windows.stream().mapToLong(OpenWindow::claimKey).toArray())
                .param(
                        "sessions",
                        windows.stream().mapToLong(OpenWindow::sessionKey).toArray())
                .param("cohorts", cohortIds(windows))
                .param("closesAt", Columns.instants(windows, OpenWindow::closesAt))
                .update();
    }

    void close(long[] claimKeys) {
        jdbc.sql("delete from measurement_window where claim_key = any (:claims)")
                .param("claims", claimKeys)
                .update();
    }

    /**
     * What closes at one instant in the order in which it is booked, so that pages do not depend on who was received first. Ids are looked
     * up of one page and its ties alone: a cohort can be a hundred pages.
     */
    List<Long> sessionsDue(CohortId cohort, Instant now, int limit) {
        return jdbc.sql("""
                        with page as (
                          select claim_key, session_key, closes_at
                          from measurement_window
                          where cohort_id = :cohort and closes_at <= :now
                          order by closes_at
                          fetch first (:limit) rows with ties)
                        select page.session_key
                        from page
                        join claim using (claim_key)
                        order by closes_at, outcome_id
                        limit :limit
                        """)
                .param("cohort", cohort.value())
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    CohortStatus status(CohortId cohort, Instant now) {
        return jdbc.sql("""
                        select
                          exists (select 1 from measurement_window where cohort_id = :cohort and closes_at <= :now) as more_due,
                          (select min(closes_at) from measurement_window where cohort_id = :cohort and closes_at > :now) as next
                        """)
                .param("cohort", cohort.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new CohortStatus(
                        row.getBoolean("more_due"),
                        Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant)))
                .single();
    }

    void lock(CohortId cohort) {
        jdbc.sql("select id from cohort where id = :cohort for update")
                .param("cohort", cohort.value())
                .query(String.class)
                .optional();
    }

    void markSettledIfEmpty(CohortId cohort) {
        jdbc.sql("""
                        update cohort
                        set settled = true
                        where id = :cohort
                          and not exists (select 1 from measurement_window where cohort_id = :cohort)
                        """).param("cohort", cohort.value()).update();
    }

    List<Cohort> unpublished(int limit) {
        return jdbc.sql("""
                        select id, settles_at, generation
                        from cohort
                        where not published
                        order by settles_at
                        limit :limit
                        """).param("limit", limit).query(WindowStore::cohort).list();
    }

    List<Cohort> overdue(Instant settlesBefore, int limit) {
        return jdbc.sql("""
                        select id, settles_at, generation
                        from cohort
                        where not settled and settles_at < :settlesBefore
                        order by settles_at
                        limit :limit
                        """)
                .param("settlesBefore", Timestamp.from(settlesBefore))
                .param("limit", limit)
                .query(WindowStore::cohort)
                .list();
    }

    void markPublished(List<Cohort> cohorts) {
        jdbc.sql("""
                        update cohort set published = true
                        from unnest(cast(:ids as text[]), cast(:generations as integer[])) as sent (id, generation)
                        where cohort.id = sent.id and cohort.generation = sent.generation
                        """)
                .param("ids", Columns.texts(cohorts, cohort -> cohort.id().value()))
                .param(
                        "generations",
                        cohorts.stream().mapToInt(Cohort::generation).toArray())
                .update();
    }

    OpenWindows openWindows(Instant now) {
        return jdbc.sql("""
                        select count(*) as open, count(*) filter (where settles_at <= :now) as due,
                               min(settles_at) filter (where settles_at <= :now) as oldest_due, max(settles_at) as last
                        from measurement_window
                        join cohort on cohort.id = cohort_id
                        """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new OpenWindows(
                        row.getLong("open"),
                        row.getLong("due"),
                        Optional.ofNullable(row.getTimestamp("oldest_due")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("last")).map(Timestamp::toInstant)))
                .single();
    }

    private static Cohort cohort(ResultSet row, int number) throws SQLException {
        return new Cohort(
                new CohortId(row.getString("id")),
                row.getTimestamp("settles_at").toInstant(),
                row.getInt("generation"));
    }

    private static String[] cohortIds(List<OpenWindow> windows) {
        return Columns.texts(windows, window -> window.cohort().value());
    }
}
