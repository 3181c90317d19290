package io.adjudicator.dispute;

import io.adjudicator.kernel.Amount;

/**
 * A decision that is disputed, as it stood when the dispute was raised.
 *
 * @param number of the decision
 * @param amount by the price list
 */
public record Disputed(String outcomeId, int number, String verdict, Amount amount) {

    boolean billable() {
        return verdict.equals("BILLABLE");
    }
}
