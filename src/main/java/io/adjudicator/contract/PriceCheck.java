package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleSetSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether every outcome that can be billed has exactly one price, and every price an outcome. */
final class PriceCheck {

    private static final String ONLY_TIER = "simple";
    private static final String BLENDED = "blended";

    private final YamlFile file;
    private final Tree price;
    private final Set<String> tiers;
    private final List<Fault> faults = new ArrayList<>();

    private PriceCheck(YamlFile file, Tree outcome, RuleSetSource rules) {
        this.file = file;
        this.price = outcome.child("price");
        this.tiers = rules.rules().stream()
                .filter(rule -> rule.kind() == RuleKind.TIER)
                .map(Rule::result)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Fault> faults(YamlFile file, Tree outcome, RuleSetSource rules) {
        PriceCheck check = new PriceCheck(file, outcome, rules);
        if (check.price.has("per_outcome")) {
            check.prices();
            check.blended();
        }
        check.price.rows("table").forEach(row -> check.faults.addAll(RateCheck.faults(file, row, "price")));
        check.price.rows("interaction_fees").forEach(fee -> check.faults.addAll(RateCheck.faults(file, fee, "amount")));
        return check.faults;
    }

    private void prices() {
        Tree perOutcome = price.child("per_outcome");
        Set<String> priced = perOutcome.members().keySet();
        Set<String> named = tiers.isEmpty() ? Set.of(ONLY_TIER) : tiers;
        for (String tier : named) {
            if (!priced.contains(tier) && !tier.equals(BLENDED)) {
                fault(
                        "tier_without_price",
                        perOutcome.pointer(),
                        "expected a price for tier " + tier + ", but there is none; add it");
            }
        }
        for (String tier : priced) {
            if (!named.contains(tier)) {
                fault(
                        "price_without_tier",
                        perOutcome.at(tier),
                        tiers.isEmpty()
                                ? "expected one price named simple, because no row names a tier, but got \"" + tier
                                        + "\""
                                : "expected a row under tiers that names \"" + tier
                                        + "\", but there is none; add it or remove the price");
            }
            faults.addAll(RateCheck.faults(file, perOutcome, tier));
        }
        if (price.decimal(BLENDED).isPresent()) {
            faults.addAll(RateCheck.faults(file, price, BLENDED));
        }
    }

    private void blended() {
        if (tiers.isEmpty() && price.has(BLENDED)) {
            fault(
                    "blended_without_tiers",
                    price.at(BLENDED),
                    "expected no blended price, because without tiers every outcome is simple; remove it");
        }
        if (!tiers.isEmpty() && !price.has(BLENDED)) {
            fault(
                    "blended_missing",
                    price.pointer(),
                    "expected a blended price or mix for outcomes that fit none of the tiers, but there is none; add it");
        }
        if (price.child(BLENDED).has("mix")) {
            mix(price.child(BLENDED));
        }
    }

    private void mix(Tree blended) {
        Map<String, BigDecimal> shares = blended.decimals("mix");
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            if (!price.child("per_outcome").has(share.getKey())) {
                fault(
                        "unknown_tier",
                        blended.child("mix").at(share.getKey()),
                        "expected a tier with a price, but got \"" + share.getKey() + "\"");
            }
            if (!price.child("per_outcome").child(share.getKey()).members().isEmpty()) {
                fault(
                        "bad_mix",
                        blended.child("mix").at(share.getKey()),
                        "expected a tier whose price is an amount, but that of " + share.getKey()
                                + " depends on more; write an amount under blended");
            }
            if (share.getValue().signum() <= 0) {
                fault(
                        "bad_mix",
                        blended.child("mix").at(share.getKey()),
                        "expected a share above 0, but got " + share.getValue().toPlainString()
                                + "; leave the tier out");
            }
        }
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            fault(
                    "bad_mix",
                    blended.at("mix"),
                    "expected shares that add up to 1, but they add up to " + sum.toPlainString());
        }
    }

    private void fault(String code, String pointer, String message) {
        faults.add(file.fault(code, pointer, message));
    }
}
