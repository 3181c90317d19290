/**
 * Who owes what, and why: a double-entry journal of holds, charges, reversals and prepaid credits.
 *
 * <p>Owns the journal, the credit grants and the months' counts. Does not own prices ({@code rating}), verdicts ({@code adjudication}) or the
 * document that a customer gets ({@code statement}).
 *
 * <p>Invariants: every entry sums to zero per unit, and so does each claim's part of it; nothing is changed or deleted, a correction is an
 * entry that names what it reverses; no grant is ever below zero; what a month's outcomes of one line come to is always the rate's price
 * of their number. The database checks the first three itself.
 *
 * <p>Times: {@code bookedIn} is the month on whose statement a posting appears, {@code countsIn} the month in which its outcome occurred and
 * is counted, {@code postedAt} when it was written. Credits are eligible by the time at which an outcome occurred, not by when it was decided.
 */
@NullMarked
package io.adjudicator.ledger;

import org.jspecify.annotations.NullMarked;
