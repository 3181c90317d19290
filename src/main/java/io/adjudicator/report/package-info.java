/**
 * Usage reports: one customer's month, every line down to its source event, from what was written.
 *
 * <p>Owns the report's lines, totals and forms (JSON, CSV). Computes no verdict and no price; a line is read from a decision's document.
 *
 * <p>Invariants: a month's lines add up to its totals exactly; a line never changes once its month's decisions are made, corrections are
 * lines of their own in the month in which they are booked. Times: the month is a billing month in the contract's zone.
 */
@NullMarked
package io.adjudicator.report;

import org.jspecify.annotations.NullMarked;
