/**
 * The neutral recount: what a vendor billed, beside what the contract says is due.
 *
 * <p>Owns the comparison of a bill with decisions, its totals and its forms (text, JSON, CSV). Does not own verdicts or prices: it reads
 * decisions that {@code adjudication} made, and what it says of a difference is what their explanation says. The checks of somebody
 * else's audit bundle stand in {@link io.adjudicator.recount.audit}.
 *
 * <p>Invariants: both directions are always reported, also where one is zero; what cannot be settled is in neither of them and never in
 * the net; every difference names its claim, a clause and a reason; billed − over + under − unsettled = due, exactly, in each unit.
 */
@NullMarked
package io.adjudicator.recount;

import org.jspecify.annotations.NullMarked;
