/**
 * One customer's month as a document: what outcomes came to, fees, minimum, credits, and every line down to its outcomes.
 *
 * <p>Owns the statement's lines, their rounding and the closing of a month. Does not own postings ({@code ledger}) or prices ({@code rating}).
 *
 * <p>Invariants: a draft is the same function of the same journal as the final statement; a closed month's total is the sum of what its
 * entries post to the customer's receivable; a line is rounded once, by the contract's mode; a closed statement never changes.
 *
 * <p>Times: a period is a calendar month in the zone of the contract that governs it; {@code closedAt} is when it was closed.
 */
@NullMarked
package io.adjudicator.statement;

import org.jspecify.annotations.NullMarked;
