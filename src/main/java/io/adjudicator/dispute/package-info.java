/**
 * Objections to decisions: of one outcome, of all that a filter selects, or of a random sample of a month.
 *
 * <p>Owns disputes, the evidence that they bring, what reviewers answered, and what followed. Does not own the queue (casework), the decision
 * that supersedes (adjudication), nor the approval of money that goes back (credit).
 *
 * <p>Invariants: a decision is disputed once; the decision that was disputed stays, and one that follows supersedes it; what new evidence
 * brings back within the contract's limit needs nobody, everything else a reviewer who neither raised the dispute nor decided before; what
 * that gives back beyond the contract's limit is approved first, and rules once; a sample decides its own outcomes and no others. Evidence
 * that a dispute brings enters the record only with the ruling that admits it. Times: {@code raisedAt}, {@code answeredAt} are when we
 * recorded it; {@code dueAt} and {@code waitUntil} follow from the contract.
 */
@NullMarked
package io.adjudicator.dispute;

import org.jspecify.annotations.NullMarked;
