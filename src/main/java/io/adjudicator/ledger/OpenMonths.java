package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Which months are open for booking, for as long as a transaction lasts. */
public record OpenMonths(Map<CustomerId, YearMonth> closedThrough) {

    /** The month itself or, if it is closed, the first that is not. */
    public YearMonth from(CustomerId customer, YearMonth month) {
        Optional<YearMonth> closed = Optional.ofNullable(closedThrough.get(customer));
        return closed.filter(last -> !month.isAfter(last))
                .map(last -> last.plusMonths(1))
                .orElse(month);
    }
}
