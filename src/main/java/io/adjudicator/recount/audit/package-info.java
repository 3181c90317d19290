/**
 * Checks of an outcome audit: may what a vendor measured and billed be relied upon at all?
 *
 * <p>Owns five checks, each a pure function of what a bundle states: is the outcome determinable, does a billed line lead to a confirmed
 * effect, are reopenings linked, does the evidence carry the claim, are both directions disclosed. Which of them apply is told by the
 * shape of the input, never by its name. Does not own verdicts under a contract.
 *
 * <p>Invariants: what a bundle does not state is unknown and never counts as zero or as a yes; gross, reversed and net units are reported
 * apart; of several checks on one input the worst mark stands.
 */
@NamedInterface("audit")
@NullMarked
package io.adjudicator.recount.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
