/**
 * Flagged outcomes: what the rules could not decide, a person decides.
 *
 * <p>Owns which decisions are flagged, who decided each and how. Does not own the queue (casework), the decision that follows
 * (adjudication), nor objections to it (dispute).
 *
 * <p>Invariants: every standing decision that needs a review has one open case; it is decided once; a case whose decision was superseded by
 * other evidence is withdrawn; until it is decided nothing is charged and the hold stays. Times: {@code openedAt} is when the decision
 * was issued, {@code dueAt} follows from the contract under which it was made.
 */
@NullMarked
package io.adjudicator.review;

import org.jspecify.annotations.NullMarked;
