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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of cases and their timelines. */
@Repository
class CaseStore {

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(NewCase opened) {
        return jdbc.sql("""
                                insert into work_case (case_id, kind, customer, subject, parent, opened_at, started)
                                values (:id, :kind, :customer, :subject, :parent, :openedAt, :started)
                                on conflict (case_id) do nothing
                                """)
                        .param("id", opened.id().value())
                        .param("kind", opened.kind().wireName())
                        .param("customer", opened.customer().value())
                        .param("subject", opened.subject())
                        .param("parent", opened.parent().map(CaseId::value).orElse(null))
                        .param("openedAt", Timestamp.from(opened.openedAt()))
                        .param("started", opened.parent().isPresent())
                        .update()
                == 1;
    }

    Optional<WorkCase> find(CaseId id) {
        return jdbc.sql("""
                        select case_id, kind, customer, subject, parent, opened_at, closed_at, outcome
                        from work_case
                        where case_id = :id
                        """).param("id", id.value()).query(CaseStore::workCase).optional();
    }

    /** As it stands, and no one closes it before this transaction ends. */
    Optional<WorkCase> lock(CaseId id) {
        return jdbc.sql("""
                        select case_id, kind, customer, subject, parent, opened_at, closed_at, outcome
                        from work_case
                        where case_id = :id
                        for no key update
                        """).param("id", id.value()).query(CaseStore::workCase).optional();
    }

    boolean close(CaseId id, String outcome, Instant at) {
        return jdbc.sql("""
                                update work_case
                                set closed_at = greatest(:at, opened_at), outcome = :outcome
                                where case_id = :id and closed_at is null
                                """)
                        .param("id", id.value())
                        .param("outcome", outcome)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void quietUntil(CaseId id, Optional<Instant> until) {
        jdbc.sql("update work_case set quiet_until = :until where case_id = :id")
                .param("id", id.value())
                .param("until", until.map(Timestamp::from).orElse(null))
                .update();
    }

    void record(CaseId id, CaseEvent event) {
        jdbc.sql("""
                        insert into case_event (case_id, at, actor, actor_name, what, text, details)
                        values (:id, :at, :actor, :actorName, :what, :text, :details)
                        """)
                .param("id", id.value())
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor())
                .param("actorName", event.actorName())
                .param("what", event.what())
                .param("text", event.text())
                .param("details", Canonical.json(event.details()))
                .update();
    }

    List<CaseEvent> timeline(CaseId id) {
        return jdbc.sql("""
                        select at, actor, actor_name, what, text, details
                        from case_event
                        where case_id = :id
                        order by event_key
                        """).param("id", id.value()).query(CaseStore::event).list();
    }

    /** What {@link Canonical} wrote of an object that holds only texts. */
    static Map<String, String> texts(String json) {
        return Canonical.parse(json).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private static WorkCase workCase(ResultSet row, int number) throws SQLException {
        return new WorkCase(
                new CaseId(row.getString("case_id")),
                kind(row),
                new CustomerId(row.getString("customer")),
                row.getString("subject"),
                Optional.ofNullable(row.getString("parent")).map(CaseId::new),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("outcome")));
    }

    static CaseKind kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return CaseKind.ofWireName(kind)
                .orElseThrow(() -> new IllegalStateException("expected a kind of case, but got " + kind));
    }

    private static CaseEvent event(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("what"),
                row.getString("text"),
                texts(row.getString("details")));
    }
}
