package io.adjudicator.intake;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of received claims. */
@Repository
class ClaimStore {

    private static final String SELECT = """
            select claim_key, session_key, source, id, claim.customer, outcome_type, session.name as session, occurred_at,
              session_started_at, recorded_at, account, channel, workflow_type, source_link, facts
            from claim
            join session using (session_key)
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Known> known(Collection<SourceId> identities) {
        return jdbc.sql("""
                        select source, id, content_digest, outcome_id as name
                        from claim
                        join unnest(cast(:sources as text[]), cast(:ids as text[])) as wanted (source, id) using (source, id)
                        """)
                .param("sources", Columns.texts(identities, SourceId::source))
                .param("ids", Columns.texts(identities, SourceId::id))
                .query(Known::ofRow)
                .list();
    }

    /** Inserts what is not there yet and returns the keys of what was inserted. */
    Map<SourceId, Long> insert(List<Claim> claims, List<Long> sessionKeys, Instant recordedAt) {
        return jdbc.sql("""
                        insert into claim (outcome_id, source, id, session_key, customer, outcome_type, occurred_at,
                          session_started_at, recorded_at, account, channel, workflow_type, source_link, facts, content_digest)
                        select outcome_id, source, id, session_key, customer, outcome_type, occurred_at,
                          session_started_at, :recordedAt, account, channel, workflow_type, source_link, facts, content_digest
                        from unnest(cast(:outcomeIds as text[]), cast(:sources as text[]), cast(:ids as text[]),
                          cast(:sessions as bigint[]), cast(:customers as text[]), cast(:types as text[]),
                          cast(:occurredAt as timestamptz[]), cast(:sessionStartedAt as timestamptz[]),
                          cast(:accounts as text[]), cast(:channels as text[]), cast(:workflowTypes as text[]),
                          cast(:links as text[]), cast(:facts as text[]), cast(:contents as text[]))
                          as received (outcome_id, source, id, session_key, customer, outcome_type, occurred_at,
                            session_started_at, account, channel, workflow_type, source_link, facts, content_digest)
                        on conflict (source, id) do nothing
                        returning source, id, claim_key as key
                        """)
                .param("recordedAt", Timestamp.from(recordedAt))
                .param("outcomeIds", Columns.texts(claims, Claim::outcomeId))
                .param(
                        "sources",
                        Columns.texts(claims, claim -> claim.identity().source()))
                .param("ids", Columns.texts(claims, claim -> claim.identity().id()))
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .param(
                        "customers",
                        Columns.texts(claims, claim -> claim.customer().value()))
                .param(
                        "types",
                        Columns.texts(claims, claim -> claim.outcomeType().value()))
                .param("occurredAt", Columns.instants(claims, Claim::occurredAt))
                .param("sessionStartedAt", Columns.instants(claims, Claim::sessionStartedAt))
                .param("accounts", Columns.texts(claims, Claim::account))
                .param("channels", Columns.texts(claims, Claim::channel))
                .param("workflowTypes", Columns.texts(claims, Claim::workflowType))
                .param(
                        "links",
                        Columns.texts(claims, claim -> claim.sourceLink().orElse(null)))
                .param("facts", Columns.texts(claims, claim -> Canonical.json(StatedFacts.canonical(claim.facts()))))
                .param(
                        "contents",
                        Columns.texts(claims, claim -> claim.content().value()))
                .query(Known::keys);
    }

    List<StoredClaim> ofSessions(Collection<Long> sessionKeys) {
        return jdbc.sql(SELECT + "where session_key = any (:sessions)")
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .query(ClaimStore::stored)
                .list();
    }

    List<StoredClaim> byKey(Collection<Long> claimKeys) {
        return jdbc.sql(SELECT + "where claim_key = any (:claims)")
                .param("claims", claimKeys.toArray(Long[]::new))
                .query(ClaimStore::stored)
                .list();
    }

    Optional<StoredClaim> byOutcomeId(String outcomeId) {
        return jdbc.sql(SELECT + "where outcome_id = :outcomeId")
                .param("outcomeId", outcomeId)
                .query(ClaimStore::stored)
                .optional();
    }

    private static StoredClaim stored(ResultSet row, int number) throws SQLException {
        return new StoredClaim(
                row.getLong("claim_key"),
                row.getLong("session_key"),
                new Claim(
                        new SourceId(row.getString("source"), row.getString("id")),
                        new CustomerId(row.getString("customer")),
                        new OutcomeType(row.getString("outcome_type")),
                        row.getString("session"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getTimestamp("session_started_at").toInstant(),
                        row.getString("account"),
                        row.getString("channel"),
                        row.getString("workflow_type"),
                        Optional.ofNullable(row.getString("source_link")),
                        StatedFacts.ofCanonical(Canonical.parse(row.getString("facts")))),
                row.getTimestamp("recorded_at").toInstant());
    }
}
