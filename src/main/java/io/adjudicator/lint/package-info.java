/**
 * Reads a contract as a seasoned deal desk does, and says what is allowed and seldom meant.
 *
 * <p>Owns what {@code contract check} says besides faults: rows that overlap, never apply or leave a gap, each with an example
 * claim; units that look like consumption; prices that do not fit their value; and which of the twelve decisions of the
 * outcome-pricing guide are left open. Does not own faults (contract), agreed cases (dealdesk) or the search over rows (rules).
 *
 * <p>Invariants: nothing here changes a verdict, a price or whether a version is published; the same version gives the same
 * remarks; every example is a claim that the rules decide as said.
 */
@NullMarked
package io.adjudicator.lint;

import org.jspecify.annotations.NullMarked;
