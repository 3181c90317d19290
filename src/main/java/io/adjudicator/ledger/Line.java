package io.adjudicator.ledger;

import io.adjudicator.kernel.OutcomeType;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a charge is for: a line of the statement.
 *
 * @param name tier, row of the price table, interaction fee, or id of a fee
 * @param countsIn month in which the outcome occurred
 * @param free why it costs nothing, such as {@code capped_pilot}
 */
public record Line(
        Kind kind,
        int contractVersion,
        Optional<OutcomeType> outcomeType,
        String name,
        YearMonth countsIn,
        Optional<String> free) {

    /** What sort of line. */
    public enum Kind {
        OUTCOME,
        INTERACTION_FEE,
        FEE,
        COMMITMENT,
        OVERAGE,
        MINIMUM,
        MAXIMUM
    }
}
