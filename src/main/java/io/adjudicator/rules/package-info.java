/**
 * Finds: compiles conditions and rule files to Drools rule sets and runs them over one flat fact per claim.
 *
 * <p>Owns the vocabulary, the base rules and which of them are for which outcome type, the compiler from contract
 * rows to DRL, the allow-list for hand-written DRL, and the bounded cache of compiled rule sets. Does not conclude, price or know contracts.
 *
 * <p>Invariants: rules only add findings; a rule set is a pure function of its facts; the order of rules never matters;
 * every session is returned or disposed. All Drools and KIE code lives here.
 */
@NullMarked
package io.adjudicator.rules;

import org.jspecify.annotations.NullMarked;
