/**
 * The agreed terms: read from a customer folder, checked, published as immutable versions, found again by digest or by the
 * instant they are in force.
 *
 * <p>Owns the version files of customer-overrides, their JSON Schema, the typed terms, and the stored versions. Does not own
 * rule compilation (rules), the agreed cases and publication (dealdesk) or any claim.
 *
 * <p>Invariants: a published version never changes, and is rebuilt from its stored content alone; at every instant at most one
 * version of a customer is in force, that which began last; every rule and price names a clause. Times: effective periods are
 * half-open and begin at midnight in the contract's zone; an open period ends where the next version begins.
 */
@NullMarked
package io.adjudicator.contract;

import org.jspecify.annotations.NullMarked;
