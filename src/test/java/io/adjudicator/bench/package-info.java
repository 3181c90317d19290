/**
 * {@code ./adjudicator bench}: how fast claims are decided, received and settled, and what a customer costs that was not seen before.
 *
 * <p>Owns the benchmarks, their contract ({@code src/test/contracts/bench}) and their claims. Does not own what it measures, and tests
 * nothing. Invariants: what is compared is measured in one run and says the same; medians count, and the extremes are printed with them.
 */
@NullMarked
package io.adjudicator.bench;

import org.jspecify.annotations.NullMarked;
