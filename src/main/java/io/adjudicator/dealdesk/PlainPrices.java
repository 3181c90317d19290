package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.PriceTerms.InteractionFee;
import io.adjudicator.contract.PriceTerms.TableRow;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.RateCard;
import io.adjudicator.rating.Tariff;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import java.util.ArrayList;
import java.util.List;

/** Tiers in the order in which they are tried, with the prices that the rate card works out. */
final class PlainPrices {

    private PlainPrices() {}

    static List<String> of(OutcomeTerms terms, ContractVersion contract) {
        Unit unit = contract.unit();
        List<String> lines = new ArrayList<>();
        for (TableRow row : terms.price().table()) {
            lines.add(price(row.rate(), unit) + ", " + row.id() + ": when " + says(terms, row.id()) + " ("
                    + row.clause() + ")");
        }
        lines.addAll(tiers(terms, unit));
        for (InteractionFee fee : terms.price().fees()) {
            lines.add("besides " + new Amount(fee.amount(), unit) + ", " + fee.id() + ", for every interaction"
                    + (fee.unless().isEmpty() ? "" : " but " + String.join(", ", fee.unless())) + " (" + fee.clause()
                    + ")");
        }
        return lines;
    }

    private static List<String> tiers(OutcomeTerms terms, Unit unit) {
        RateCard rates = new RateCard(terms.price(), unit);
        List<Rule> tiers = terms.rules().rules().stream()
                .filter(rule -> rule.kind() == RuleKind.TIER)
                .toList();
        if (tiers.isEmpty()) {
            return List.of(price(rates.price(RateCard.SIMPLE).rate(), unit) + " for every billable outcome");
        }
        List<String> lines = new ArrayList<>();
        for (Rule tier : tiers) {
            lines.add(price(rates.price(tier.result()).rate(), unit) + ", " + tier.result() + ": when " + tier.says()
                    + " (" + tier.clause() + "; " + tier.id() + ")");
        }
        lines.add(rates.price(RateCard.BLENDED).amount() + ", blended: when none of these fits ("
                + rates.price(RateCard.BLENDED).working() + ")");
        return lines;
    }

    private static String price(RateTerms rate, Unit unit) {
        return rate instanceof RateTerms.Flat flat
                ? new Amount(flat.price(), unit).toString()
                : Tariff.describe(rate) + " " + unit;
    }

    private static String says(OutcomeTerms terms, String row) {
        return terms.rules().rules().stream()
                .filter(rule -> rule.id().equals(row))
                .map(Rule::says)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("expected a rule for price row " + row + ", but got none"));
    }
}
