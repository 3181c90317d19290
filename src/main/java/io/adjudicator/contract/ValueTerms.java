package io.adjudicator.contract;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one outcome is worth to the customer, and against what its price was set (guide, decision 9).
 *
 * @param amount of one outcome, in the contract's currency
 * @param source where the amount comes from
 */
public record ValueTerms(Kind kind, Anchor anchor, BigDecimal amount, Optional<String> source) {

    /** The type of value. */
    public enum Kind {
        LABOR_SAVINGS,
        REVENUE_GENERATION,
        RISK_AVOIDANCE
    }

    /** What the amount is. */
    public enum Anchor {
        AVOIDED_COST,
        RECOVERED_AMOUNT,
        AVOIDED_PENALTY
    }
}
