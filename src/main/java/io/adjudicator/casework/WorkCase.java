package io.adjudicator.casework;

import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A case as it stands.
 *
 * @param outcome how it was closed, in a word of the room that opened it
 */
public record WorkCase(
        CaseId id,
        CaseKind kind,
        CustomerId customer,
        String subject,
        Optional<CaseId> parent,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<String> outcome) {

    public boolean closed() {
        return closedAt.isPresent();
    }
}
