package io.adjudicator.recount;

import io.adjudicator.contract.PriceTerms;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.RateCard;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one billed outcome cost: as the bill says, or else what all cost. A bill that only counts is taken to agree with the contract on
 * the price: what is due where the outcome is billable, and the one price of its tier where it is not.
 *
 * @param ofEach what the vendor charged for each outcome
 */
public record BilledPrice(Optional<BigDecimal> ofEach) {

    Amount of(BillLine line, Decided decided, Amount due) {
        return stated(line, decided.decision().unit())
                .or(() -> decided.isBillable() ? Optional.of(due) : listed(decided))
                .orElseThrow(() -> unknown(line));
    }

    Amount withoutRecord(BillLine line, Unit unit) {
        return stated(line, unit).orElseThrow(() -> unknown(line));
    }

    private Optional<Amount> stated(BillLine line, Unit unit) {
        return line.amount().or(() -> ofEach).map(number -> new Amount(number, unit));
    }

    /** Empty where a price depends on the month's count, on an amount, or on a table: then only the vendor knows. */
    private static Optional<Amount> listed(Decided decided) {
        PriceTerms terms = decided.decision().terms().price();
        return decided.decision()
                .judgement()
                .tier()
                .filter(tier -> terms.table().isEmpty())
                .map(tier -> new RateCard(terms, decided.decision().unit()).price(tier))
                .filter(price -> price.rate() instanceof RateTerms.Flat)
                .map(Price::amount);
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
