package io.adjudicator.rating;

import io.adjudicator.contract.PriceTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The prices of one contract's outcome type, worked out once per tier. */
public final class RateCard {

    public static final String SIMPLE = "simple";
    public static final String BLENDED = "blended";

    private final Map<String, Price> byTier = new HashMap<>();

    public RateCard(PriceTerms terms, Unit unit) {
        terms.flat().forEach((tier, price) -> byTier.put(tier, flat(tier, new Amount(price, unit), terms.clause())));
        terms.blendedMix().ifPresent(mix -> byTier.put(BLENDED, mixed(terms, new TreeMap<>(mix), unit)));
    }

    /** Contracts are checked so that every tier they can come to has a price. */
    public Price price(String tier) {
        Price price = byTier.get(tier);
        if (price == null) {
            throw new IllegalStateException(
                    "expected a price for tier " + tier + ", but the contract has " + byTier.keySet());
        }
        return price;
    }

    private static Price flat(String tier, Amount amount, String clause) {
        return new Price(amount, tier + " = " + amount, clause);
    }

    /** The blended price is the mix of the tiers' prices: the sum of share × price. */
    private static Price mixed(PriceTerms terms, Map<String, BigDecimal> mix, Unit unit) {
        Amount sum = Amount.zero(unit);
        for (Map.Entry<String, BigDecimal> part : mix.entrySet()) {
            sum = sum.plus(tierPrice(terms, part.getKey(), unit).times(part.getValue()));
        }
        String parts = mix.entrySet().stream()
                .map(part -> part.getValue().toPlainString() + " × "
                        + tierPrice(terms, part.getKey(), unit).plain())
                .collect(Collectors.joining(" + "));
        return new Price(sum, parts + " = " + sum, terms.clause());
    }

    private static Amount tierPrice(PriceTerms terms, String tier, Unit unit) {
        BigDecimal price = terms.flat().get(tier);
        if (price == null) {
            throw new IllegalStateException(
                    "expected a price for tier " + tier + " of the blended mix, but there is none");
        }
        return new Amount(price, unit);
    }
}
