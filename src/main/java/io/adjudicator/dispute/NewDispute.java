package io.adjudicator.dispute;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import java.util.List;
import java.util.Map;

/**
 * An objection that somebody wants to raise.
 *
 * @param reference the caller's own name of it, unique for the customer; raising the same again is safe
 * @param reason a word such as {@code not_resolved}
 * @param statement in their own words
 */
public record NewDispute(
        CustomerId customer,
        String reference,
        Selection selection,
        String reason,
        String statement,
        List<NewEvidence> evidence) {

    public NewDispute {
        evidence = List.copyOf(evidence);
    }

    Digest content() {
        return Digest.of(Canonical.json(Map.of(
                "selection",
                selection.canonical(),
                "reason",
                reason,
                "statement",
                statement,
                "evidence",
                evidence.stream().map(NewEvidence::canonical).toList())));
    }
}
