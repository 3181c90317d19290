package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The terms of a grant; how much it is stands in the journal.
 *
 * @param source what it comes from, unique for the customer: {@code v1/plan/2026-07}, or the id of a request
 * @param category plan, promotional, pilot, top_up or rollover
 * @param priority lower is used first
 * @param expiresAt exclusive; absent: never
 * @param rolloverLimit how much in all may go on into the next month; absent: nothing does
 */
public record CreditGrant(
        CustomerId customer,
        String source,
        String category,
        Unit unit,
        int priority,
        Instant validFrom,
        Optional<Instant> expiresAt,
        Optional<BigDecimal> rolloverLimit,
        Instant createdAt) {

    public static final String ROLLOVER = "rollover";

    /** What a capped pilot grants: outcomes that cost nothing. */
    public static final Unit FREE_OUTCOME = new Unit("free-outcome");
}
