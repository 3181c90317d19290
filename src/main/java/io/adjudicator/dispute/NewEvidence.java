package io.adjudicator.dispute;

import io.adjudicator.intake.EvidenceKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody brings to a dispute: a record that is there already, an observation of their own, or a note or link for people to read.
 *
 * @param outcomeId of which it speaks; may be left out where one outcome is disputed
 * @param evidenceId of a record of its session
 * @param kind of an observation of their own, with occurredAt
 */
public record NewEvidence(
        Optional<String> outcomeId,
        Optional<String> evidenceId,
        Optional<EvidenceKind> kind,
        Optional<Instant> occurredAt,
        Optional<String> note,
        Optional<String> sourceLink) {

    Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        outcomeId.ifPresent(text -> members.put("outcomeId", text));
        evidenceId.ifPresent(text -> members.put("evidenceId", text));
        kind.ifPresent(of -> members.put("kind", of.wireName()));
        occurredAt.ifPresent(at -> members.put("occurredAt", at.toString()));
        note.ifPresent(text -> members.put("note", text));
        sourceLink.ifPresent(text -> members.put("sourceLink", text));
        return members;
    }
}
