package io.adjudicator.rating;

import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import java.util.Optional;

/**
 * What one outcome costs, and how that was worked out.
 *
 * @param line of the price list: a tier, a row of the price table, or an interaction fee
 * @param rate by which the line is counted
 * @param amount of this outcome; where it depends on the month's count the most that it can add, which the ledger then works out
 * @param working a line that a person can check by hand, such as {@code 0.7 × 0.99 + 0.3 × 2.49 = 1.44 USD}
 * @param free why it costs nothing for now, such as {@code free_training}
 */
public record Price(String line, RateTerms rate, Amount amount, String working, String clause, Optional<String> free) {}
