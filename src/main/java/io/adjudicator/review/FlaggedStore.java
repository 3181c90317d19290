package io.adjudicator.review;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of flagged outcomes. */
@Repository
class FlaggedStore {

    private static final String FLAGGED = """
            select case_id, outcome_id, number, customer, outcome_type, why, opened_at, remind_at, due_at,
              verdict, tier, reason, decided_by, decided_by_name, decided_at, withdrawn_at
            from flagged_outcome
            left join flagged_decision using (case_id)
            left join flagged_withdrawal using (case_id)
            """;

    private final JdbcClient jdbc;

    FlaggedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(FlaggedOutcome flagged) {
        jdbc.sql("""
                        insert into flagged_outcome (case_id, outcome_id, number, customer, outcome_type, why, opened_at, remind_at, due_at)
                        values (:id, :outcome, :number, :customer, :type, :why, :openedAt, :remindAt, :dueAt)
                        """)
                .param("id", flagged.id().value())
                .param("outcome", flagged.outcomeId())
                .param("number", flagged.number())
                .param("customer", flagged.customer().value())
                .param("type", flagged.outcomeType().value())
                .param("why", flagged.why())
                .param("openedAt", Timestamp.from(flagged.openedAt()))
                .param("remindAt", Timestamp.from(flagged.remindAt()))
                .param("dueAt", Timestamp.from(flagged.dueAt()))
                .update();
    }

    Optional<FlaggedOutcome> find(CaseId id) {
        return jdbc.sql(FLAGGED + "where case_id = :id")
                .param("id", id.value())
                .query(FlaggedStore::flagged)
                .optional();
    }

    /** The open ones of these outcomes. */
    List<FlaggedOutcome> openOf(Collection<String> outcomeIds) {
        return jdbc.sql(FLAGGED + """
                        where outcome_id = any (:outcomes) and decided_at is null and withdrawn_at is null
                        order by outcome_id, number
                        """)
                .param("outcomes", Columns.texts(outcomeIds, id -> id))
                .query(FlaggedStore::flagged)
                .list();
    }

    /** All flags of one outcome, first to last. */
    List<FlaggedOutcome> ofOutcome(String outcomeId) {
        return jdbc.sql(FLAGGED + "where outcome_id = :outcome order by number")
                .param("outcome", outcomeId)
                .query(FlaggedStore::flagged)
                .list();
    }

    void decide(CaseId id, Finding finding, Actor by, Instant at) {
        jdbc.sql("""
                        insert into flagged_decision (case_id, verdict, tier, reason, decided_by, decided_by_name, decided_at)
                        values (:id, :verdict, :tier, :reason, :by, :byName, :at)
                        """)
                .param("id", id.value())
                .param("verdict", finding.verdict().name())
                .param("tier", finding.tier().orElse(null))
                .param("reason", finding.reason())
                .param("by", by.id())
                .param("byName", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void withdraw(CaseId id, Instant at) {
        jdbc.sql("insert into flagged_withdrawal (case_id, withdrawn_at) values (:id, :at)")
                .param("id", id.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static FlaggedOutcome flagged(ResultSet row, int number) throws SQLException {
        return new FlaggedOutcome(
                new CaseId(row.getString("case_id")),
                row.getString("outcome_id"),
                row.getInt("number"),
                new CustomerId(row.getString("customer")),
                new OutcomeType(row.getString("outcome_type")),
                row.getString("why"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("remind_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                decided(row),
                Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant));
    }

    private static Optional<FlaggedOutcome.Decided> decided(ResultSet row) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new FlaggedOutcome.Decided(
                        row.getString("verdict"),
                        Optional.ofNullable(row.getString("tier")),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getString("decided_by_name"),
                        at.toInstant()));
    }
}
