package io.adjudicator.dispute;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that finds which standing decisions a selection means. */
@Repository
class SelectionStore {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String STANDING = """
            select claim.outcome_id, standing.number, standing.verdict, standing.amount, standing.unit, standing.issued_at,
              standing.contract_digest, disputed_decision.dispute_id
            from claim
            left join lateral (
              select number, verdict, reason, tier, amount, unit, issued_at, contract_digest
              from decision
              where decision.claim_key = claim.claim_key
              order by number desc
              limit 1) as standing on true
            left join disputed_decision on disputed_decision.outcome_id = claim.outcome_id
              and disputed_decision.number = standing.number
            """;

    private final JdbcClient jdbc;

    SelectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An outcome that is meant.
     *
     * @param decided the decision that stands; absent while its window is open
     * @param disputedIn the dispute that objected to that decision before
     */
    record Candidate(String outcomeId, Optional<Decided> decided, Optional<String> disputedIn) {}

    /** A decision that stands. */
    record Decided(Disputed disputed, Instant issuedAt, Digest contract) {}

    List<Candidate> named(CustomerId customer, Collection<String> outcomeIds) {
        return jdbc.sql(STANDING + """
                        where claim.customer = :customer and claim.outcome_id = any (:outcomes)
                        order by claim.outcome_id
                        """)
                .param("customer", customer.value())
                .param("outcomes", Columns.texts(outcomeIds, Function.identity()))
                .query(SelectionStore::candidate)
                .list();
    }

    /** Decided ones only. A cursor: read it inside a transaction and close it. */
    Stream<Candidate> filtered(CustomerId customer, Selection.Filter filter) {
        return jdbc
                .sql(STANDING + """
                        where claim.customer = :customer
                          and standing.verdict in ('BILLABLE', 'NOT_BILLABLE', 'UNPROVABLE')
                          and (cast(:from as timestamptz) is null or claim.occurred_at >= :from)
                          and (cast(:to as timestamptz) is null or claim.occurred_at < :to)
                          and (cast(:type as text) is null or claim.outcome_type = :type)
                          and (cast(:verdict as text) is null or standing.verdict = :verdict)
                          and (cast(:reason as text) is null or standing.reason = :reason)
                          and (cast(:tier as text) is null or standing.tier = :tier)
                          and (cast(:account as text) is null or claim.account = :account)
                          and (cast(:channel as text) is null or claim.channel = :channel)
                          and (cast(:workflow as text) is null or claim.workflow_type = :workflow)
                        order by claim.occurred_at, claim.claim_key
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("customer", customer.value())
                .param("from", filter.from().map(Timestamp::from).orElse(null))
                .param("to", filter.to().map(Timestamp::from).orElse(null))
                .param("type", filter.outcomeType().map(OutcomeType::value).orElse(null))
                .param("verdict", filter.verdict().orElse(null))
                .param("reason", filter.reason().orElse(null))
                .param("tier", filter.tier().orElse(null))
                .param("account", filter.account().orElse(null))
                .param("channel", filter.channel().orElse(null))
                .param("workflow", filter.workflowType().orElse(null))
                .query(SelectionStore::candidate)
                .stream();
    }

    /** The billable ones of a month, in the order in which a seed draws them. A cursor as well. */
    Stream<Candidate> drawn(CustomerId customer, Period month, Optional<OutcomeType> type, String seed) {
        return jdbc
                .sql(STANDING + """
                        where claim.customer = :customer
                          and standing.verdict = 'BILLABLE'
                          and claim.occurred_at >= :from and claim.occurred_at < :to
                          and (cast(:type as text) is null or claim.outcome_type = :type)
                        order by sha256(convert_to(:seed || ':' || claim.outcome_id, 'UTF8')), claim.outcome_id
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("customer", customer.value())
                .param("from", Timestamp.from(month.from()))
                .param("to", Timestamp.from(month.to()))
                .param("type", type.map(OutcomeType::value).orElse(null))
                .param("seed", seed)
                .query(SelectionStore::candidate)
                .stream();
    }

    /** Whoever ruled on these outcomes. */
    Set<String> rulersOf(Collection<String> outcomeIds) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct ruled_by
                        from ruling
                        join claim using (claim_key)
                        where outcome_id = any (:outcomes)
                        """)
                .param("outcomes", Columns.texts(outcomeIds, Function.identity()))
                .query(String.class)
                .list());
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        String outcomeId = row.getString("outcome_id");
        @Nullable String verdict = row.getString("verdict");
        return new Candidate(
                outcomeId,
                verdict == null ? Optional.empty() : Optional.of(decided(row, outcomeId, verdict)),
                Optional.ofNullable(row.getString("dispute_id")));
    }

    private static Decided decided(ResultSet row, String outcomeId, String verdict) throws SQLException {
        Amount amount = new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit")));
        return new Decided(
                new Disputed(outcomeId, row.getInt("number"), verdict, amount),
                row.getTimestamp("issued_at").toInstant(),
                new Digest(row.getString("contract_digest")));
    }
}
