/**
 * The HTTP door: JSON in, JSON out, problems by RFC 9457.
 *
 * <p>Owns the paths, who may use which ({@link io.adjudicator.api.Endpoint}), the form of requests and answers, and the
 * mapping of refusals to problems (docs/problems.md). Does not own any decision: it reads, asks one room, and writes down
 * the answer.
 *
 * <p>Invariants: every answer that is not a success is a problem, also from the security filter; nothing of our own bugs
 * but an incident number leaves; a customer's key sees that customer alone; payloads and keys are never logged. Times: all
 * instants in answers are UTC; periods are months in the contract's zone.
 */
@NullMarked
package io.adjudicator.api;

import org.jspecify.annotations.NullMarked;
