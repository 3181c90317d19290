package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.StoredEvidence;
import io.adjudicator.kernel.SourceId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One evidence record. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Evidence", description = "One evidence record.")
record EvidenceView(
        String evidenceId,
        String source,
        String id,
        String customer,
        String session,
        Optional<SourceId> claim,
        String kind,
        String grade,
        Instant occurredAt,
        Instant recordedAt,
        Optional<String> note,
        Optional<String> sourceLink) {

    static EvidenceView of(StoredEvidence stored) {
        Evidence evidence = stored.evidence();
        return new EvidenceView(
                evidence.evidenceId(),
                evidence.identity().source(),
                evidence.identity().id(),
                evidence.customer().value(),
                evidence.session(),
                evidence.claim(),
                evidence.kind().wireName(),
                evidence.grade().name().toLowerCase(Locale.ROOT),
                evidence.occurredAt(),
                stored.recordedAt(),
                evidence.note(),
                evidence.sourceLink());
    }
}
