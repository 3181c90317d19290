package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import java.util.List;

/**
 * What a customer's journal says of one month.
 *
 * @param heldBefore what was kept, and by no grant, for windows that were open as the month began
 */
public record PeriodBooks(List<PostingSum> sums, List<GrantOpening> grants, List<Amount> heldBefore) {

    public PeriodBooks {
        sums = List.copyOf(sums);
        grants = List.copyOf(grants);
        heldBefore = List.copyOf(heldBefore);
    }
}
