package io.adjudicator.adjudication;

import io.adjudicator.kernel.Amount;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of a list of claims.
 *
 * @param closesAt of the open window, or as it was when the claim was decided
 */
public record ClaimSummary(
        String outcomeId,
        String customer,
        String outcomeType,
        String session,
        String account,
        Instant occurredAt,
        ClaimState state,
        Optional<String> reason,
        Optional<String> tier,
        Optional<Amount> amount,
        Optional<Instant> closesAt,
        ClaimCursor cursor) {}
