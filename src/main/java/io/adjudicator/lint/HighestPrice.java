package io.adjudicator.lint;

import io.adjudicator.contract.Tree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The most that one outcome can cost, over tiers, bands and rows of the price table; fees on interactions are not of it. */
final class HighestPrice {

    private final Optional<BigDecimal> worth;

    private HighestPrice(Optional<BigDecimal> worth) {
        this.worth = worth;
    }

    /**
     * In the contract's unit. Empty where it depends on an amount that nobody has put a number to.
     *
     * @param worth of one outcome in the same unit, of which a price may be a share
     */
    static Optional<BigDecimal> of(Tree price, Optional<BigDecimal> worth) {
        HighestPrice highest = new HighestPrice(worth);
        Tree tiers = price.child("per_outcome");
        return most(Stream.of(
                        tiers.members().keySet().stream().flatMap(tier -> highest.rate(tiers, tier).stream()),
                        price.decimal("blended").stream(),
                        price.rows("table").stream().flatMap(row -> highest.rate(row, "price").stream()))
                .flatMap(prices -> prices));
    }

    private Optional<BigDecimal> rate(Tree holder, String key) {
        Tree shape = holder.child(key);
        return holder.decimal(key)
                .or(() -> most(Stream.of("graduated", "volume")
                        .flatMap(bands -> shape.rows(bands).stream())
                        .flatMap(band -> band.decimal("price").stream())))
                .or(() -> perOutcome(shape.child("package")))
                .or(() -> most(
                        Stream.of("price", "overage").flatMap(each -> shape.child("committed").decimal(each).stream())))
                .or(() -> share(shape.child("share")))
                .or(() -> shape.decimal("price"));
    }

    private static Optional<BigDecimal> perOutcome(Tree bundle) {
        return bundle.decimal("price")
                .flatMap(price -> bundle.decimal("size").map(size -> price.divide(size, 6, RoundingMode.HALF_UP)));
    }

    private Optional<BigDecimal> share(Tree share) {
        Optional<BigDecimal> part = worth.flatMap(whole -> share.decimal("rate").map(whole::multiply));
        return part.map(price -> share.decimal("floor").map(price::max).orElse(price))
                .map(price -> share.decimal("ceiling").map(price::min).orElse(price));
    }

    private static Optional<BigDecimal> most(Stream<BigDecimal> prices) {
        return prices.max(Comparator.naturalOrder());
    }
}
