/**
 * The agreed terms: read from a customer folder, checked, published as immutable versions, found again by digest or by the
 * instant they are in force.
 *
 * <p>Owns contract.yaml, its JSON Schema, the typed terms, and the stored versions. Does not own rule compilation (rules), the
 * agreed cases (dealdesk) or any claim.
 *
 * <p>Invariants: a published version never changes; effective periods of one customer never overlap; every term names a clause.
 * Times: effective periods are half-open and begin at midnight in the contract's zone.
 */
@NullMarked
package io.adjudicator.contract;

import org.jspecify.annotations.NullMarked;
