/**
 * Prices a tier exactly, with its working. No rounding: that happens on the statement line (design law 9).
 *
 * <p>Owns the decimal kernel. Does not own tiers (rules find them), verdicts, or postings.
 */
@NullMarked
package io.adjudicator.rating;

import org.jspecify.annotations.NullMarked;
