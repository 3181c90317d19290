package io.adjudicator.adjudication;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A decision that was just written.
 *
 * @param number 1 for the first of its outcome; each later one supersedes the one before
 * @param reason why not billable, what is missing, or why a person must look
 * @param amount by the price list
 */
public record IssuedDecision(
        String outcomeId,
        CustomerId customer,
        OutcomeType outcomeType,
        int number,
        String verdict,
        Optional<String> reason,
        Amount amount,
        YearMonth bookedIn,
        Instant issuedAt) {

    public boolean needsReview() {
        return verdict.equals(ClaimState.NEEDS_REVIEW.name());
    }
}
