/**
 * Proves that a contract says what the order form says, and publishes it.
 *
 * <p>Owns cases.yaml (the examples that both sides agreed on), the check of a customer's folder, and publication. Does not own
 * the contract's format or the stored versions (contract), nor how a case is decided (adjudication): an agreed case is decided
 * by the code that decides in production.
 *
 * <p>Invariants: nothing is published unless it reads, compiles within bounds and decides every agreed case as expected; a
 * bad folder stops nobody but its own customer's next version.
 */
@NullMarked
package io.adjudicator.dealdesk;

import org.jspecify.annotations.NullMarked;
