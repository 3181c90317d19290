package io.adjudicator.rating;

import io.adjudicator.kernel.Amount;

/**
 * What one outcome costs, and how that was worked out.
 *
 * @param working a line that a person can check by hand, such as {@code 0.7 × 0.99 + 0.3 × 2.49 = 1.44 USD}
 */
public record Price(Amount amount, String working, String clause) {}
