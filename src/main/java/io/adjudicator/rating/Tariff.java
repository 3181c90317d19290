package io.adjudicator.rating;

import io.adjudicator.contract.RateTerms;
import io.adjudicator.contract.RateTerms.Band;
import io.adjudicator.contract.RateTerms.Committed;
import io.adjudicator.contract.RateTerms.Flat;
import io.adjudicator.contract.RateTerms.Graduated;
import io.adjudicator.contract.RateTerms.Included;
import io.adjudicator.contract.RateTerms.Share;
import io.adjudicator.contract.RateTerms.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a number of outcomes of one month costs at a rate. One function of the count says everything: the n-th outcome adds {@code of(n) −
 * of(n − 1)}, so that parts always price like the whole.
 */
public final class Tariff {

    private Tariff() {}

    /** Price of {@code count} outcomes of one month; the rate must not be a share, whose outcomes differ. */
    public static BigDecimal of(RateTerms rate, long count) {
        return switch (rate) {
            case Flat flat -> times(flat.price(), count);
            case Included included -> times(included.price(), Math.max(0, count - included.outcomes()));
            case Graduated graduated -> graduated(graduated.bands(), count);
            case Volume volume -> times(bandOf(volume.bands(), count).price(), count);
            case RateTerms.Packaged pack -> times(pack.price(), Math.ceilDiv(count, pack.size()));
            case Committed committed ->
                times(committed.price(), Math.min(count, committed.outcomes()))
                        .add(times(committed.overage(), Math.max(0, count - committed.outcomes())));
            case Share share ->
                throw new IllegalArgumentException("expected a rate by count, but got a share of " + share.fact());
        };
    }

    /** What the outcome after the first {@code count} ones adds. Negative where a volume band makes all of them cheaper. */
    public static BigDecimal next(RateTerms rate, long count) {
        return of(rate, count + 1).subtract(of(rate, count));
    }

    /**
     * The most that one outcome can add, whatever the month's count.
     *
     * @param base the amount of which a share is taken, where the claim states it
     */
    public static BigDecimal highest(RateTerms rate, Optional<BigDecimal> base) {
        return switch (rate) {
            case Flat flat -> flat.price();
            case Included included -> included.price();
            case Graduated graduated -> dearest(graduated.bands());
            case Volume volume -> dearest(volume.bands());
            case RateTerms.Packaged pack -> pack.price();
            case Committed committed -> committed.price().max(committed.overage());
            case Share share ->
                base.map(amount -> share(share, amount))
                        .orElse(share.ceiling().orElse(share.floor().orElse(BigDecimal.ZERO)));
        };
    }

    /** Part of an amount, within floor and ceiling, and never below zero: what was lost again is not paid back. */
    public static BigDecimal share(Share share, BigDecimal amount) {
        BigDecimal part = amount.multiply(share.rate());
        BigDecimal floored = part.max(share.floor().orElse(BigDecimal.ZERO));
        return share.ceiling().map(floored::min).orElse(floored);
    }

    /** What a commitment that was not used up comes to. */
    public static BigDecimal shortfall(RateTerms rate, long count) {
        return rate instanceof Committed committed
                ? times(committed.price(), Math.max(0, committed.outcomes() - count))
                : BigDecimal.ZERO;
    }

    /** {@code 50 × 0.95 + 50 × 0.90 + 153 × 0.85}: a line that a person can check by hand. */
    public static String working(RateTerms rate, long count) {
        return switch (rate) {
            case Flat flat -> part(count, flat.price());
            case Included included ->
                Math.min(count, included.outcomes()) + " included + "
                        + part(Math.max(0, count - included.outcomes()), included.price());
            case Graduated graduated -> String.join(" + ", parts(graduated.bands(), count));
            case Volume volume -> part(count, bandOf(volume.bands(), count).price());
            case RateTerms.Packaged pack ->
                Math.ceilDiv(count, pack.size()) + " packages of " + pack.size() + " × "
                        + pack.price().toPlainString();
            case Committed committed ->
                part(Math.min(count, committed.outcomes()), committed.price())
                        + (count > committed.outcomes()
                                ? " + " + part(count - committed.outcomes(), committed.overage())
                                : "");
            case Share share -> count + " × " + describe(share);
        };
    }

    /** The rate in words. */
    public static String describe(RateTerms rate) {
        return switch (rate) {
            case Flat flat -> flat.price().toPlainString();
            case Included included ->
                "the month's first " + included.outcomes() + " included, then "
                        + included.price().toPlainString();
            case Graduated graduated -> "graduated by the month's count: " + bands(graduated.bands());
            case Volume volume -> "all at the band of the month's count: " + bands(volume.bands());
            case RateTerms.Packaged pack -> pack.price().toPlainString() + " for every begun " + pack.size();
            case Committed committed ->
                committed.outcomes() + " committed a month at "
                        + committed.price().toPlainString() + ", then "
                        + committed.overage().toPlainString();
            case Share share ->
                share.rate().movePointRight(2).stripTrailingZeros().toPlainString() + " % of " + share.fact()
                        + share.floor()
                                .map(floor -> ", at least " + floor.toPlainString())
                                .orElse("")
                        + share.ceiling()
                                .map(most -> ", at most " + most.toPlainString())
                                .orElse("");
        };
    }

    private static String bands(List<Band> bands) {
        List<String> texts = new ArrayList<>();
        bands.forEach(band ->
                texts.add(band.upTo().map(last -> "up to " + last + ": ").orElse("then ")
                        + band.price().toPlainString()));
        return String.join(", ", texts);
    }

    private static BigDecimal graduated(List<Band> bands, long count) {
        BigDecimal sum = BigDecimal.ZERO;
        long before = 0;
        for (Band band : bands) {
            long last = Math.min(count, band.upTo().orElse(Long.MAX_VALUE));
            sum = sum.add(times(band.price(), Math.max(0, last - before)));
            before = Math.max(before, last);
        }
        return sum;
    }

    private static List<String> parts(List<Band> bands, long count) {
        List<String> parts = new ArrayList<>();
        long before = 0;
        for (Band band : bands) {
            long last = Math.min(count, band.upTo().orElse(Long.MAX_VALUE));
            if (last > before || parts.isEmpty()) {
                parts.add(part(Math.max(0, last - before), band.price()));
            }
            before = Math.max(before, last);
        }
        return parts;
    }

    private static Band bandOf(List<Band> bands, long count) {
        return bands.stream()
                .filter(band -> count <= band.upTo().orElse(Long.MAX_VALUE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("expected a last band without end, but got " + bands));
    }

    private static BigDecimal dearest(List<Band> bands) {
        return bands.stream().map(Band::price).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static BigDecimal times(BigDecimal price, long count) {
        return price.multiply(BigDecimal.valueOf(count));
    }

    private static String part(long count, BigDecimal price) {
        return count + " × " + price.toPlainString();
    }
}
