package io.adjudicator.review;

import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.time.Instant;
import java.util.Optional;

/**
 * An outcome that waits, or waited, for a person.
 *
 * @param number of the decision that flagged it
 * @param why a person has to look, in the contract's word
 * @param withdrawnAt when other evidence made it unnecessary
 */
public record FlaggedOutcome(
        CaseId id,
        String outcomeId,
        int number,
        CustomerId customer,
        OutcomeType outcomeType,
        String why,
        Instant openedAt,
        Instant remindAt,
        Instant dueAt,
        Optional<Decided> decided,
        Optional<Instant> withdrawnAt) {

    /** What was decided: the verdict's name and tier, why, by whom. */
    public record Decided(String verdict, Optional<String> tier, String reason, String by, String byName, Instant at) {}

    public boolean open() {
        return decided.isEmpty() && withdrawnAt.isEmpty();
    }

    /** Whether one decision can be taken for both: the same customer, unit and question. */
    boolean isLike(FlaggedOutcome other) {
        return customer.equals(other.customer) && outcomeType.equals(other.outcomeType) && why.equals(other.why);
    }
}
