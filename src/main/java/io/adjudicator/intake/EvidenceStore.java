package io.adjudicator.intake;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of received evidence. */
@Repository
class EvidenceStore {

    private static final String SELECT = """
            select evidence_key, session_key, source, id, evidence.customer, session.name as session, claim_source,
              claim_id, kind, grade, occurred_at, recorded_at, note, source_link
            from evidence
            join session using (session_key)
            """;

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Known> known(Collection<SourceId> identities) {
        return jdbc.sql("""
                        select source, id, content_digest, evidence_id as name
                        from evidence
                        join unnest(cast(:sources as text[]), cast(:ids as text[])) as wanted (source, id) using (source, id)
                        """)
                .param("sources", Columns.texts(identities, SourceId::source))
                .param("ids", Columns.texts(identities, SourceId::id))
                .query(Known::ofRow)
                .list();
    }

    /** Inserts what is not there yet, in order, and returns the keys of what was inserted. */
    Map<SourceId, Long> insert(List<Evidence> evidence, List<Long> sessionKeys, Instant recordedAt) {
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
                .param("evidenceIds", Columns.texts(evidence, Evidence::evidenceId))
                .param(
                        "sources",
                        Columns.texts(evidence, record -> record.identity().source()))
                .param(
                        "ids",
                        Columns.texts(evidence, record -> record.identity().id()))
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .param(
                        "customers",
                        Columns.texts(evidence, record -> record.customer().value()))
                .param(
                        "claimSources",
                        Columns.texts(
                                evidence,
                                record -> record.claim().map(SourceId::source).orElse(null)))
                .param(
                        "claimIds",
                        Columns.texts(
                                evidence,
                                record -> record.claim().map(SourceId::id).orElse(null)))
                .param("kinds", Columns.texts(evidence, record -> record.kind().wireName()))
                .param(
                        "grades",
                        Columns.texts(evidence, record -> record.grade().name().toLowerCase(Locale.ROOT)))
                .param("occurredAt", Columns.instants(evidence, Evidence::occurredAt))
                .param("notes", Columns.texts(evidence, record -> record.note().orElse(null)))
                .param(
                        "links",
                        Columns.texts(evidence, record -> record.sourceLink().orElse(null)))
                .param(
                        "contents",
                        Columns.texts(evidence, record -> record.content().value()))
                .query(Known::keys);
    }

    List<StoredEvidence> ofSessions(Collection<Long> sessionKeys) {
        return jdbc.sql(SELECT + "where session_key = any (:sessions)")
                .param("sessions", sessionKeys.toArray(Long[]::new))
                .query(EvidenceStore::stored)
                .list();
    }

    Optional<StoredEvidence> byEvidenceId(String evidenceId) {
        return jdbc.sql(SELECT + "where evidence_id = :evidenceId")
                .param("evidenceId", evidenceId)
                .query(EvidenceStore::stored)
                .optional();
    }

    private static StoredEvidence stored(ResultSet row, int number) throws SQLException {
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
}
