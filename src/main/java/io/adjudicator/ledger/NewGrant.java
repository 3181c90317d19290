package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Credits that somebody wants to grant by hand.
 *
 * @param id unique for the customer among what is granted by hand; asking again for the same is safe
 * @param category promotional, top_up or pilot
 * @param amount in the unit of the contract in force at {@code validFrom}
 * @param validFrom absent: now
 * @param expiresAt absent: never
 */
public record NewGrant(
        CustomerId customer,
        String id,
        String category,
        BigDecimal amount,
        int priority,
        Optional<Instant> validFrom,
        Optional<Instant> expiresAt,
        String note) {

    /** No source of a contract begins like this, so that nothing granted by hand stands in the way of what was agreed. */
    private static final String BY_HAND = "by-hand/";

    String source() {
        return BY_HAND + id;
    }

    /** Whether these are the terms of a grant that was made before. */
    boolean asks(CreditGrant grant, PeriodStore.Granted granted) {
        return category.equals(grant.category())
                && amount.compareTo(granted.amount()) == 0
                && priority == grant.priority()
                && validFrom.map(grant.validFrom()::equals).orElse(true)
                && expiresAt.equals(grant.expiresAt())
                && granted.note().endsWith(": " + note);
    }
}
