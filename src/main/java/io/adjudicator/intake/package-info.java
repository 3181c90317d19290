/**
 * Claims, evidence and sessions as they were received.
 *
 * <p>Owns reading them from JSON and CloudEvents, their identity (source, id), repeats, the session's binding to a contract version, and
 * their insert-only storage. Does not own what becomes of them (adjudication) or when (window).
 *
 * <p>Invariants: a record is stored once and never changed; a repeat with other content is a conflict; whoever changes anything of a
 * session holds its lock. Times: {@code occurredAt} is the sender's, {@code recordedAt} is ours.
 */
@NullMarked
package io.adjudicator.intake;

import org.jspecify.annotations.NullMarked;
