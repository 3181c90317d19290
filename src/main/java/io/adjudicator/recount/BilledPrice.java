package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.RateCard;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.FindingKind;
import io.adjudicator.rules.RuleKind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one billed outcome cost: as the bill says, or else what all cost. A bill that only counts is taken to agree with the contract on
 * the price: what is due where the outcome is billable, and what would be due where it is not.
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

    /** As if it were billable. Empty where its price depends on the month's count, or on what is missing: then only the vendor knows. */
    private static Optional<Amount> listed(Decided decided) {
        Decision decision = decided.decision();
        RateCard card = new RateCard(decision.terms().price(), decision.unit());
        Optional<Finding> row = decision.judgement().findings().stream()
                .filter(finding -> finding.rule().kind() == RuleKind.PRICE)
                .findFirst();
        return row.map(finding -> row(card, finding))
                .orElseGet(() -> decision.judgement().tier().map(card::price))
                .filter(price -> price.rate() instanceof RateTerms.Flat)
                .map(price -> price.amount().plus(decision.fees()));
    }

    private static Optional<Price> row(RateCard card, Finding finding) {
        return finding.kind() == FindingKind.PRICE
                ? Optional.of(card.row(finding.rule().id()))
                : Optional.empty();
    }

    private static Refused unknown(BillLine line) {
        return new Refused(
                Refused.Kind.UNPROCESSABLE,
                "unknown_billed_price",
                line.id(),
                "expected what was billed for \"" + line.id()
                        + "\", but neither the bill nor the contract tells; say what each outcome was billed at (--price)");
    }
}
