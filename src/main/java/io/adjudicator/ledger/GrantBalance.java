package io.adjudicator.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A grant as it stands.
 *
 * @param grant its source, unique for the customer
 * @param priority lower is used first
 * @param expiresAt exclusive; absent: never
 * @param rolloverLimit how much in all may go on into the next month; absent: nothing does
 * @param granted how much it was; exact, as all amounts here, in {@code unit}
 * @param left can still be used; what is held is not in it
 * @param held kept for outcomes whose windows are open
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record GrantBalance(
        String grant,
        String category,
        String unit,
        int priority,
        Instant validFrom,
        Optional<Instant> expiresAt,
        Optional<String> rolloverLimit,
        String granted,
        String left,
        String held) {

    static GrantBalance of(Credit credit, BigDecimal granted) {
        CreditGrant grant = credit.grant();
        Unit unit = grant.unit();
        return new GrantBalance(
                grant.source(),
                grant.category(),
                unit.code(),
                grant.priority(),
                grant.validFrom(),
                grant.expiresAt(),
                grant.rolloverLimit().map(limit -> plain(limit, unit)),
                plain(granted, unit),
                plain(credit.available(), unit),
                plain(credit.held(), unit));
    }

    private static String plain(BigDecimal number, Unit unit) {
        return new Amount(number, unit).plain();
    }
}
