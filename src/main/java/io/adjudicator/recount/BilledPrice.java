package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.RateCard;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one billed outcome cost: as the bill says, or else what all cost, or else the contract's price of the outcome's tier.
 *
 * @param ofEach what the vendor charged for each outcome, for bills that only count
 */
public record BilledPrice(Optional<BigDecimal> ofEach) {

    Amount of(BillLine line, Decision decision) {
        return line.amount()
                .or(() -> ofEach)
                .map(number -> new Amount(number, decision.unit()))
                .orElseGet(() -> listed(line, decision));
    }

    Amount withoutRecord(BillLine line, Unit unit) {
        return line.amount()
                .or(() -> ofEach)
                .map(number -> new Amount(number, unit))
                .orElseThrow(() -> unknown(line));
    }

    private static Amount listed(BillLine line, Decision decision) {
        return decision.judgement()
                .tier()
                .map(tier -> new RateCard(decision.terms().price(), decision.unit())
                        .price(tier)
                        .amount())
                .orElseThrow(() -> unknown(line));
    }

    private static Refused unknown(BillLine line) {
        return new Refused(
                Refused.Kind.UNPROCESSABLE,
                "unknown_billed_price",
                line.id(),
                "expected what was billed for \"" + line.id()
                        + "\", but neither the bill nor the contract tells; say what each outcome was billed at");
    }
}
