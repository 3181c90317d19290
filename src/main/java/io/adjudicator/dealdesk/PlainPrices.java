package io.adjudicator.dealdesk;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.RateCard;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import java.util.ArrayList;
import java.util.List;

/** Tiers in the order in which they are tried, with the prices that the rate card works out. */
final class PlainPrices {

    private PlainPrices() {}

    static List<String> of(OutcomeTerms terms, Unit unit) {
        RateCard rates = new RateCard(terms.price(), unit);
        List<Rule> tiers = terms.rules().rules().stream()
                .filter(rule -> rule.kind() == RuleKind.TIER)
                .toList();
        if (tiers.isEmpty()) {
            return List.of(rates.price(RateCard.SIMPLE).amount() + " for every billable outcome");
        }
        List<String> lines = new ArrayList<>();
        for (Rule tier : tiers) {
            lines.add(rates.price(tier.result()).amount() + ", " + tier.result() + ": when " + tier.says() + " ("
                    + tier.clause() + "; " + tier.id() + ")");
        }
        lines.add(rates.price(RateCard.BLENDED).amount() + ", blended: when none of these fits ("
                + rates.price(RateCard.BLENDED).working() + ")");
        return lines;
    }
}
