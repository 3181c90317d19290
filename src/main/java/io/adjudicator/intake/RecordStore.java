package io.adjudicator.intake;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of received claims and evidence. */
@Repository
class RecordStore {

    /** A stored identity and the digest of its content. */
    record Known(SourceId identity, Digest content, String name) {}

    private static final String CLAIMS = """
            select claim_key, session_key, source, id, claim.customer, outcome_type, session.name as session, occurred_at,
              session_started_at, recorded_at, account, channel, workflow_type, source_link, facts
            from claim
            join session using (session_key)
            """;

    private static final String EVIDENCE = """
            select evidence_key, session_key, source, id, evidence.customer, session.name as session, claim_source,
              claim_id, kind, grade, occurred_at, recorded_at, note, source_link
            from evidence
            join session using (session_key)
            """;

    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Known> knownClaims(Collection<SourceId> identities) {
        return jdbc.sql("""
                        select source, id, content_digest, outcome_id as name
                        from claim
                        join unnest(cast(:sources as text[]), cast(:ids as text[])) as wanted (source, id) using (source, id)
                        """)
                .param("sources", column(identities, SourceId::source))
                .param("ids", column(identities, SourceId::id))
                .query(RecordStore::known)
                .list();
    }

    List<Known> knownEvidence(Collection<SourceId> identities) {
        return jdbc.sql("""
                        select source, id, content_digest, evidence_id as name
                        from evidence
                        join unnest(cast(:sources as text[]), cast(:ids as text[])) as wanted (source, id) using (source, id)
                        """)
                .param("sources", column(identities, SourceId::source))
                .param("ids", column(identities, SourceId::id))
                .query(RecordStore::known)
                .list();
    }

    /** Inserts what is not there yet and returns the keys of what was inserted. */
    Map<SourceId, Long> insertClaims(List<Claim> claims, List<Long> sessionKeys, Instant recordedAt) {
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
                .param("outcomeIds", column(claims, Claim::outcomeId))
                .param("sources", column(claims, claim -> claim.identity().source()))
                .param("ids", column(claims, claim -> claim.identity().id()))
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .param("customers", column(claims, claim -> claim.customer().value()))
                .param("types", column(claims, claim -> claim.outcomeType().value()))
                .param("occurredAt", instants(claims, Claim::occurredAt))
                .param("sessionStartedAt", instants(claims, Claim::sessionStartedAt))
                .param("accounts", column(claims, Claim::account))
                .param("channels", column(claims, Claim::channel))
                .param("workflowTypes", column(claims, Claim::workflowType))
                .param("links", column(claims, claim -> claim.sourceLink().orElse(null)))
                .param("facts", column(claims, claim -> Canonical.json(StatedFacts.canonical(claim.facts()))))
                .param("contents", column(claims, claim -> claim.content().value()))
                .query(RecordStore::keys);
    }

    /** Inserts what is not there yet, in order, and returns the keys of what was inserted. */
    Map<SourceId, Long> insertEvidence(List<Evidence> evidence, List<Long> sessionKeys, Instant recordedAt) {
        return jdbc.sql("""
                        insert into evidence (evidence_id, source, id, session_key, customer, claim_source, claim_id, kind, grade,
                          occurred_at, recorded_at, note, source_link, content_digest)
                        select evidence_id, source, id, session_key, customer, claim_source, claim_id, kind, grade,
                          occurred_at, :recordedAt, note, source_link, content_digest
                        from unnest(cast(:evidenceIds as text[]), cast(:sources as text[]), cast(:ids as text[]),
                          cast(:sessions as bigint[]), cast(:customers as text[]), cast(:claimSources as text[]),
                          cast(:claimIds as text[]), cast(:kinds as text[]), cast(:grades as text[]),
                          cast(:occurredAt as timestamptz[]), cast(:notes as text[]), cast(:links as text[]),
                          cast(:contents as text[]))
                          with ordinality as received (evidence_id, source, id, session_key, customer, claim_source, claim_id,
                            kind, grade, occurred_at, note, source_link, content_digest, position)
                        order by position
                        on conflict (source, id) do nothing
                        returning source, id, evidence_key as key
                        """)
                .param("recordedAt", Timestamp.from(recordedAt))
                .param("evidenceIds", column(evidence, Evidence::evidenceId))
                .param("sources", column(evidence, record -> record.identity().source()))
                .param("ids", column(evidence, record -> record.identity().id()))
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .param("customers", column(evidence, record -> record.customer().value()))
                .param(
                        "claimSources",
                        column(
                                evidence,
                                record -> record.claim().map(SourceId::source).orElse(null)))
                .param(
                        "claimIds",
                        column(
                                evidence,
                                record -> record.claim().map(SourceId::id).orElse(null)))
                .param("kinds", column(evidence, record -> record.kind().wireName()))
                .param(
                        "grades",
                        column(evidence, record -> record.grade().name().toLowerCase(Locale.ROOT)))
                .param("occurredAt", instants(evidence, Evidence::occurredAt))
                .param("notes", column(evidence, record -> record.note().orElse(null)))
                .param("links", column(evidence, record -> record.sourceLink().orElse(null)))
                .param("contents", column(evidence, record -> record.content().value()))
                .query(RecordStore::keys);
    }

    List<StoredClaim> claimsOf(Collection<Long> sessionKeys) {
        return jdbc.sql(CLAIMS + "where session_key = any (:sessions)")
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .query(RecordStore::claim)
                .list();
    }

    List<StoredEvidence> evidenceOf(Collection<Long> sessionKeys) {
        return jdbc.sql(EVIDENCE + "where session_key = any (:sessions)")
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .query(RecordStore::evidence)
                .list();
    }

    /** How many claims and evidence records each source has in each session; without any it is left out. */
    Map<Overflow.Share, Long> countByShare(Collection<Long> sessionKeys) {
        Map<Overflow.Share, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select session_key, source, count(*) as records
                        from (
                          select session_key, source from claim where session_key = any (:sessions)
                          union all
                          select session_key, source from evidence where session_key = any (:sessions)
                        ) as stored
                        group by session_key, source
                        """).param("sessions", sessionKeys.toArray(Long[]::new)).query(row -> {
            counts.put(new Overflow.Share(row.getLong("session_key"), row.getString("source")), row.getLong("records"));
        });
        return counts;
    }

    Optional<StoredEvidence> evidence(String evidenceId) {
        return jdbc.sql(EVIDENCE + "where evidence_id = :evidenceId")
                .param("evidenceId", evidenceId)
                .query(RecordStore::evidence)
                .optional();
    }

    List<StoredClaim> claims(Collection<Long> claimKeys) {
        return jdbc.sql(CLAIMS + "where claim_key = any (:claims)")
                .param("claims", claimKeys.toArray(Long[]::new))
                .query(RecordStore::claim)
                .list();
    }

    Optional<StoredClaim> claim(String outcomeId) {
        return jdbc.sql(CLAIMS + "where outcome_id = :outcomeId")
                .param("outcomeId", outcomeId)
                .query(RecordStore::claim)
                .optional();
    }

    private static StoredClaim claim(ResultSet row, int number) throws SQLException {
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

    private static StoredEvidence evidence(ResultSet row, int number) throws SQLException {
        return new StoredEvidence(
                row.getLong("evidence_key"),
                row.getLong("session_key"),
                new Evidence(
                        new SourceId(row.getString("source"), row.getString("id")),
                        new CustomerId(row.getString("customer")),
                        row.getString("session"),
                        named(row.getString("claim_source"), row.getString("claim_id")),
                        EvidenceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        EvidenceGrade.valueOf(row.getString("grade").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("occurred_at").toInstant(),
                        Optional.ofNullable(row.getString("note")),
                        Optional.ofNullable(row.getString("source_link"))),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static Optional<SourceId> named(@Nullable String source, @Nullable String id) {
        return source == null || id == null ? Optional.empty() : Optional.of(new SourceId(source, id));
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(identity(row), new Digest(row.getString("content_digest")), row.getString("name"));
    }

    private static SourceId identity(ResultSet row) throws SQLException {
        return new SourceId(row.getString("source"), row.getString("id"));
    }

    private static Map<SourceId, Long> keys(ResultSet rows) throws SQLException {
        Map<SourceId, Long> keys = new HashMap<>();
        while (rows.next()) {
            keys.put(identity(rows), rows.getLong("key"));
        }
        return keys;
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static <T> String[] instants(Collection<T> rows, Function<T, Instant> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }
}
