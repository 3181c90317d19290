package io.adjudicator.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A grant in a period: opened + granted + rolledIn = used + rolledOut + expired + voided + left, all in {@code unit}.
 *
 * @param opened left and held when the period began
 * @param used for outcomes, less what was given back for reversed ones
 * @param left at the end of the period, held included
 * @param held of what is left, kept for outcomes whose windows are open
 * @param worth of what was used, in the statement's currency, where a conversion is published
 */
public record CreditLine(
        String grant,
        String category,
        String unit,
        Optional<Instant> expiresAt,
        BigDecimal opened,
        BigDecimal granted,
        BigDecimal rolledIn,
        BigDecimal used,
        BigDecimal rolledOut,
        BigDecimal expired,
        BigDecimal voided,
        BigDecimal left,
        BigDecimal held,
        Optional<BigDecimal> worth) {}
