package io.adjudicator.rating;

import io.adjudicator.contract.PriceTerms;
import io.adjudicator.contract.PriceTerms.InteractionFee;
import io.adjudicator.contract.PriceTerms.TableRow;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The prices of one contract's outcome type, worked out once per tier and row of the price table. */
public final class RateCard {

    public static final String SIMPLE = "simple";
    public static final String BLENDED = "blended";

    private final Unit unit;
    private final Map<String, Price> byTier = new HashMap<>();
    private final Map<String, Price> byRow = new HashMap<>();
    private final List<InteractionFee> fees;

    public RateCard(PriceTerms terms, Unit unit) {
        this.unit = unit;
        this.fees = terms.fees();
        terms.perOutcome().forEach((tier, rate) -> byTier.put(tier, listed(tier, rate, terms.clause())));
        terms.blendedMix().ifPresent(mix -> byTier.put(BLENDED, mixed(terms, new TreeMap<>(mix))));
        for (TableRow row : terms.table()) {
            byRow.put(row.id(), listed(row.id(), row.rate(), row.clause()));
        }
    }

    /** Contracts are checked so that every tier they can come to has a price. */
    public Price price(String tier) {
        return found(byTier, tier, "tier");
    }

    /** Whether there is a price by this tier. */
    public boolean prices(String tier) {
        return byTier.containsKey(tier);
    }

    /** The price in a row of the table. */
    public Price row(String id) {
        return found(byRow, id, "row");
    }

    /**
     * A listed price for one claim: a share is taken of what the claim states.
     *
     * @param stated a fact of the claim, where it gave one
     * @return empty if the amount of which a share is to be taken is missing
     */
    public Optional<Price> priced(Price listed, Function<String, Optional<Object>> stated) {
        return listed.rate() instanceof RateTerms.Share share
                ? stated.apply(share.fact()).map(amount -> share(listed, share, (BigDecimal) amount))
                : Optional.of(listed);
    }

    /**
     * The most that a claim can cost under this card, by any tier or row, with its interaction fees.
     *
     * @param free whether outcomes cost nothing for now; the fees are due all the same
     */
    public Amount highest(Function<String, Optional<Object>> stated, boolean free) {
        BigDecimal price = free
                ? BigDecimal.ZERO
                : Stream.concat(byTier.values().stream(), byRow.values().stream())
                        .map(listed -> highest(listed, stated))
                        .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal due = fees.stream().map(InteractionFee::amount).reduce(price, BigDecimal::add);
        return new Amount(due, unit);
    }

    /**
     * The interaction fees of a claim.
     *
     * @param reason why its outcome is not billable, if it is not
     */
    public List<Price> fees(Optional<String> reason) {
        if (fees.isEmpty()) {
            return List.of();
        }
        List<Price> due = new ArrayList<>();
        for (InteractionFee fee : fees) {
            if (reason.filter(fee.unless()::contains).isEmpty()) {
                due.add(listed(fee.id(), new RateTerms.Flat(fee.amount()), fee.clause()));
            }
        }
        return due;
    }

    private static BigDecimal highest(Price listed, Function<String, Optional<Object>> stated) {
        Optional<BigDecimal> base = listed.rate() instanceof RateTerms.Share share
                ? stated.apply(share.fact()).map(BigDecimal.class::cast)
                : Optional.empty();
        return Tariff.highest(listed.rate(), base);
    }

    private static Price found(Map<String, Price> prices, String name, String what) {
        Price price = prices.get(name);
        if (price == null) {
            throw new IllegalStateException(
                    "expected a price for " + what + " " + name + ", but the contract has " + prices.keySet());
        }
        return price;
    }

    private Price listed(String line, RateTerms rate, String clause) {
        Amount amount = new Amount(Tariff.highest(rate, Optional.empty()), unit);
        String working = rate instanceof RateTerms.Flat ? amount.toString() : Tariff.describe(rate) + " " + unit;
        return new Price(line, rate, amount, line + " = " + working, clause, Optional.empty());
    }

    private Price share(Price listed, RateTerms.Share share, BigDecimal of) {
        Amount amount = new Amount(Tariff.share(share, of), unit);
        String working = Tariff.describe(share) + " (" + of.toPlainString() + ") = " + amount;
        return new Price(listed.line(), listed.rate(), amount, working, listed.clause(), listed.free());
    }

    /** The blended price is the mix of the tiers' prices: the sum of share × price. */
    private Price mixed(PriceTerms terms, Map<String, BigDecimal> mix) {
        Amount sum = Amount.zero(unit);
        for (Map.Entry<String, BigDecimal> part : mix.entrySet()) {
            sum = sum.plus(tierPrice(part.getKey()).times(part.getValue()));
        }
        String parts = mix.entrySet().stream()
                .map(part -> part.getValue().toPlainString() + " × "
                        + tierPrice(part.getKey()).plain())
                .collect(Collectors.joining(" + "));
        return new Price(
                BLENDED, new RateTerms.Flat(sum.number()), sum, parts + " = " + sum, terms.clause(), Optional.empty());
    }

    private Amount tierPrice(String tier) {
        return found(byTier, tier, "tier").amount();
    }
}
