package io.adjudicator.adjudication;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that lists claims with what stands of them. */
@Repository
class ClaimListStore {

    private final JdbcClient jdbc;

    ClaimListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ClaimSummary> list(ClaimFilter filter, ClaimCursor after, int limit) {
        return jdbc.sql("""
                        select claim_key, outcome_id, claim.customer, outcome_type, session.name as session, account, occurred_at,
                          coalesce(standing.verdict, 'OPEN') as state, standing.reason, standing.tier, standing.amount, standing.unit,
                          coalesce(standing.closes_at, measurement_window.closes_at) as closes_at
                        from claim
                        join session using (session_key)
                        left join measurement_window using (claim_key)
                        left join lateral (
                          select verdict, reason, tier, amount, unit, closes_at
                          from decision
                          where decision.claim_key = claim.claim_key
                          order by number desc
                          limit 1) as standing on true
                        where (claim.occurred_at, claim_key) > (:afterTime, :afterKey)
                          and (cast(:customer as text) is null or claim.customer = :customer)
                          and (cast(:state as text) is null or coalesce(standing.verdict, 'OPEN') = :state)
                          and (cast(:reason as text) is null or standing.reason = :reason)
                          and (cast(:from as timestamptz) is null or claim.occurred_at >= :from)
                          and (cast(:to as timestamptz) is null or claim.occurred_at < :to)
                        order by claim.occurred_at, claim_key
                        limit :limit
                        """)
                .param("afterTime", Timestamp.from(after.occurredAt()))
                .param("afterKey", after.claimKey())
                .param(
                        "customer",
                        filter.customer().map(customer -> customer.value()).orElse(null))
                .param("state", filter.state().map(ClaimState::name).orElse(null))
                .param("reason", filter.reason().orElse(null))
                .param("from", filter.from().map(Timestamp::from).orElse(null))
                .param("to", filter.to().map(Timestamp::from).orElse(null))
                .param("limit", limit)
                .query(ClaimListStore::summary)
                .list();
    }

    Optional<Instant> openUntil(long claimKey) {
        return jdbc.sql("select closes_at from measurement_window where claim_key = :claim")
                .param("claim", claimKey)
                .query((row, number) -> row.getTimestamp("closes_at").toInstant())
                .optional();
    }

    private static ClaimSummary summary(ResultSet row, int number) throws SQLException {
        Instant occurredAt = row.getTimestamp("occurred_at").toInstant();
        return new ClaimSummary(
                row.getString("outcome_id"),
                row.getString("customer"),
                row.getString("outcome_type"),
                row.getString("session"),
                row.getString("account"),
                occurredAt,
                ClaimState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("tier")),
                amount(row),
                Optional.ofNullable(row.getTimestamp("closes_at")).map(Timestamp::toInstant),
                new ClaimCursor(occurredAt, row.getLong("claim_key")));
    }

    private static Optional<Amount> amount(ResultSet row) throws SQLException {
        @Nullable String unit = row.getString("unit");
        return unit == null ? Optional.empty() : Optional.of(new Amount(row.getBigDecimal("amount"), new Unit(unit)));
    }
}
