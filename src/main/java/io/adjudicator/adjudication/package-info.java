/**
 * Decides. Brings a claim, its evidence and its contract together, concludes, prices, and writes the decision; supersedes it when late
 * evidence changes it.
 *
 * <p>Owns {@link io.adjudicator.adjudication.Adjudication} (the pure function of a case file), {@link
 * io.adjudicator.adjudication.Docket} (what is to be decided in one session now), the stored decisions and their explanation. Does not
 * own rules, windows or prices; it asks them.
 *
 * <p>Invariants: deciding sees only the case file; the live service, the offline command, the dry run and the agreed cases all run this
 * code; a claim has at most one decision per number and the first is never undone, only superseded; nothing is decided without its
 * session's lock. Times: {@code asOf} is the point of view of a decision and comes from the case, {@code issuedAt} is when we wrote
 * it, {@code bookedIn} is the billing month it counts in.
 */
@NullMarked
package io.adjudicator.adjudication;

import org.jspecify.annotations.NullMarked;
