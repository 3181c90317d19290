package io.adjudicator.ledger;

import java.util.List;

/** What a customer's journal says of one month. */
public record PeriodBooks(List<PostingSum> sums, List<GrantOpening> grants) {

    public PeriodBooks {
        sums = List.copyOf(sums);
        grants = List.copyOf(grants);
    }
}
