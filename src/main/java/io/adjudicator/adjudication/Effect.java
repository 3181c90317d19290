package io.adjudicator.adjudication;

import io.adjudicator.kernel.Amount;

/**
 * What a ruling did to one outcome, or would do.
 *
 * @param before number of the decision that stood
 * @param after number of the decision that stands now; the same where nothing changed
 * @param charged what the customer is charged more for it, in money or credits, with re-rating; below zero: what goes back
 */
public record Effect(
        String outcomeId, int before, int after, String verdictBefore, String verdictAfter, Amount charged) {}
