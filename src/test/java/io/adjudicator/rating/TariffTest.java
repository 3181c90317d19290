package io.adjudicator.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.RateTerms;
import io.adjudicator.contract.RateTerms.Band;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {

    /** Redo's published bands (vendors.md): 253 resolutions = 50 × .95 + 50 × .90 + 153 × .85 = 222.55. */
    private static final RateTerms REDO = new RateTerms.Graduated(bands("50:0.95 100:0.90 :0.85"));

    private static final RateTerms VOLUME = new RateTerms.Volume(bands("100:1.00 500:0.90 :0.80"));
    private static final RateTerms PACKAGE = new RateTerms.Packaged(100, new BigDecimal("80"));
    private static final RateTerms COMMITTED =
            new RateTerms.Committed(500, new BigDecimal("1.50"), new BigDecimal("2.00"));
    private static final RateTerms INCLUDED = new RateTerms.Included(30, new BigDecimal("0.49"));

    /** Worked out by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # count | flat .99 | graduated | volume | package | committed | included
            0       | 0        | 0         | 0      | 0       | 0         | 0
            1       | 0.99     | 0.95      | 1.00   | 80      | 1.50      | 0
            30      | 29.70    | 28.50     | 30.00  | 80      | 45.00     | 0
            31      | 30.69    | 29.45     | 31.00  | 80      | 46.50     | 0.49
            50      | 49.50    | 47.50     | 50.00  | 80      | 75.00     | 9.80
            51      | 50.49    | 48.40     | 51.00  | 80      | 76.50     | 10.29
            100     | 99.00    | 92.50     | 100.00 | 80      | 150.00    | 34.30
            101     | 99.99    | 93.35     | 90.90  | 160     | 151.50    | 34.79
            253     | 250.47   | 222.55    | 227.70 | 240     | 379.50    | 109.27
            500     | 495.00   | 432.50    | 450.00 | 400     | 750.00    | 230.30
            501     | 495.99   | 433.35    | 400.80 | 480     | 752.00    | 230.79
            """)
    void pricesACount(
            long count,
            BigDecimal flat,
            BigDecimal graduated,
            BigDecimal volume,
            BigDecimal pack,
            BigDecimal committed,
            BigDecimal included) {
        assertThat(Tariff.of(new RateTerms.Flat(new BigDecimal("0.99")), count)).isEqualByComparingTo(flat);
        assertThat(Tariff.of(REDO, count)).isEqualByComparingTo(graduated);
        assertThat(Tariff.of(VOLUME, count)).isEqualByComparingTo(volume);
        assertThat(Tariff.of(PACKAGE, count)).isEqualByComparingTo(pack);
        assertThat(Tariff.of(COMMITTED, count)).isEqualByComparingTo(committed);
        assertThat(Tariff.of(INCLUDED, count)).isEqualByComparingTo(included);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # amount | 5 %, at least 1.00, at most 500.00
            0        | 1.00
            19.99    | 1.00
            20.00    | 1.00
            20.01    | 1.0005
            1234.56  | 61.728
            10000.00 | 500.00
            99999.99 | 500.00
            """)
    void takesAShareWithinFloorAndCeiling(BigDecimal amount, BigDecimal part) {
        RateTerms.Share share = new RateTerms.Share(
                "recovered_amount",
                new BigDecimal("0.05"),
                Optional.of(new BigDecimal("1.00")),
                Optional.of(new BigDecimal("500.00")));
        assertThat(Tariff.share(share, amount)).isEqualByComparingTo(part);
        assertThat(Tariff.highest(share, Optional.of(amount))).isEqualByComparingTo(part);
        assertThat(Tariff.highest(share, Optional.empty())).isEqualByComparingTo("500");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | 750.00
            300 | 300.00
            499 | 1.50
            500 | 0
            501 | 0
            """)
    void truesUpWhatWasCommittedAndNotUsed(long count, BigDecimal shortfall) {
        assertThat(Tariff.shortfall(COMMITTED, count)).isEqualByComparingTo(shortfall);
        assertThat(Tariff.shortfall(REDO, count)).isEqualByComparingTo("0");
    }

    @Test
    void showsTheWorking() {
        assertThat(Tariff.working(REDO, 253)).isEqualTo("50 × 0.95 + 50 × 0.90 + 153 × 0.85");
        assertThat(Tariff.working(REDO, 0)).isEqualTo("0 × 0.95");
        assertThat(Tariff.working(VOLUME, 101)).isEqualTo("101 × 0.90");
        assertThat(Tariff.working(PACKAGE, 101)).isEqualTo("2 packages of 100 × 80");
        assertThat(Tariff.working(COMMITTED, 501)).isEqualTo("500 × 1.50 + 1 × 2.00");
        assertThat(Tariff.working(INCLUDED, 12)).isEqualTo("12 included + 0 × 0.49");
    }

    /** Whatever the bands: what each outcome adds sums up to the price of all, and none can add more than the highest. */
    @Test
    void partsPriceLikeTheWhole() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 200; round++) {
            RateTerms rate = any(random);
            BigDecimal sum = BigDecimal.ZERO;
            for (long count = 0; count < 300; count++) {
                BigDecimal next = Tariff.next(rate, count);
                assertThat(next).isLessThanOrEqualTo(Tariff.highest(rate, Optional.empty()));
                sum = sum.add(next);
                assertThat(sum).as("%s after %d", rate, count + 1).isEqualByComparingTo(Tariff.of(rate, count + 1));
            }
        }
    }

    private static RateTerms any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new RateTerms.Flat(price(random));
            case 1 -> new RateTerms.Included(1 + random.nextInt(200), price(random));
            case 2 -> new RateTerms.Graduated(anyBands(random, false));
            case 3 -> new RateTerms.Volume(anyBands(random, true));
            case 4 -> new RateTerms.Packaged(1 + random.nextInt(50), price(random));
            default -> new RateTerms.Committed(1 + random.nextInt(200), price(random), price(random));
        };
    }

    /** Volume bands get cheaper; dearer ones would make the outcome that crosses a band pay for all before it. */
    private static List<Band> anyBands(Random random, boolean falling) {
        List<Band> bands = new ArrayList<>();
        long last = 0;
        BigDecimal price = new BigDecimal("9.99");
        for (int i = random.nextInt(4); i >= 0; i--) {
            last += 1 + random.nextInt(100);
            price = falling ? price.multiply(new BigDecimal("0.9")) : price(random);
            bands.add(new Band(i == 0 ? Optional.empty() : Optional.of(last), price));
        }
        return bands;
    }

    private static BigDecimal price(Random random) {
        return new BigDecimal(random.nextInt(1_000_000)).movePointLeft(4);
    }

    private static List<Band> bands(String text) {
        return List.of(text.split(" ")).stream()
                .map(band -> band.split(":"))
                .map(band -> new Band(
                        band[0].isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(band[0])),
                        new BigDecimal(band[1])))
                .toList();
    }
}
