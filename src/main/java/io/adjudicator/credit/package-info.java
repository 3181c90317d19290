/**
 * Money that goes back is approved first.
 *
 * <p>Owns who asked for a credit, who approved or refused it, and that it is put into effect once. Does not own what it is for: a
 * dispute rules on outcomes itself once its credit is approved; a goodwill credit is granted here through the ledger.
 *
 * <p>Invariants: whoever asked for a credit, or decided before what it takes back, approves nothing of it, and nobody approves it twice
 * (four eyes, in {@link io.adjudicator.credit.CreditLaw} and again in the database); nothing is posted without all approvals that were
 * needed when it was asked for; nothing is posted twice. Times: {@code requestedAt}, {@code decidedAt} and {@code postedAt} are when we
 * recorded it.
 */
@NullMarked
package io.adjudicator.credit;

import org.jspecify.annotations.NullMarked;
