package io.adjudicator.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.contract.PriceTerms;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCardTest {

    /** Worked out by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # simple | complex | share simple | share complex | blended
            0.99     | 2.49    | 0.7          | 0.3           | 1.44
            0.99     | 2.49    | 0.5          | 0.5           | 1.74
            0.99     | 2.49    | 0.333        | 0.667         | 1.9905
            1.00     | 3.00    | 1            | 0             | 1.00
            0.10     | 0.20    | 0.1          | 0.9           | 0.19
            """)
    void blendsByTheAgreedMixWithoutRounding(
            String simple, String complex, String shareSimple, String shareComplex, String blended) {
        RateCard rates = new RateCard(
                terms(
                        Map.of("simple", new BigDecimal(simple), "complex", new BigDecimal(complex)),
                        Optional.of(Map.of(
                                "simple", new BigDecimal(shareSimple), "complex", new BigDecimal(shareComplex)))),
                new Unit("USD"));
        assertThat(rates.price("blended").amount().plain()).isEqualTo(blended);
        assertThat(rates.price("simple").amount().plain()).isEqualTo(simple);
    }

    @Test
    void showsItsWorking() {
        RateCard rates = new RateCard(
                terms(
                        Map.of("simple", new BigDecimal("0.99"), "complex", new BigDecimal("2.49")),
                        Optional.of(Map.of("simple", new BigDecimal("0.7"), "complex", new BigDecimal("0.3")))),
                new Unit("USD"));
        assertThat(rates.price("blended").working()).isEqualTo("0.3 × 2.49 + 0.7 × 0.99 = 1.44 USD");
    }

    @Test
    void pricesInCredits() {
        RateCard rates =
                new RateCard(terms(Map.of("simple", new BigDecimal("50")), Optional.empty()), new Unit("hub-credit"));
        assertThat(rates.price("simple").amount().plain()).isEqualTo("50");
    }

    @Test
    void neverInventsAPrice() {
        RateCard rates = new RateCard(terms(Map.of("simple", BigDecimal.ONE), Optional.empty()), new Unit("USD"));
        assertThatThrownBy(() -> rates.price("complex"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a price for tier complex");
    }

    /** 2.49 is the dearest tier, 0.36 the ticket's fee; a share of what the claim states is known. */
    @Test
    void holdsTheDearestTierWithTheFees() {
        RateCard rates = new RateCard(
                new PriceTerms(
                        "OF 4",
                        Map.of(
                                "simple", new RateTerms.Flat(new BigDecimal("0.99")),
                                "complex", new RateTerms.Flat(new BigDecimal("2.49"))),
                        Optional.empty(),
                        List.of(),
                        List.of(new PriceTerms.InteractionFee(
                                "ticket", "OF 3", new BigDecimal("0.36"), List.of("test_traffic")))),
                new Unit("USD"));
        assertThat(rates.highest(_ -> Optional.empty(), false).plain()).isEqualTo("2.85");
        assertThat(rates.highest(_ -> Optional.empty(), true).plain()).isEqualTo("0.36");
        assertThat(rates.fees(Optional.empty())).extracting(Price::line).containsExactly("ticket");
        assertThat(rates.fees(Optional.of("escalated_to_human"))).hasSize(1);
        assertThat(rates.fees(Optional.of("test_traffic"))).isEmpty();
    }

    private static PriceTerms terms(Map<String, BigDecimal> flat, Optional<Map<String, BigDecimal>> mix) {
        Map<String, RateTerms> rates = new HashMap<>();
        flat.forEach((tier, price) -> rates.put(tier, new RateTerms.Flat(price)));
        return new PriceTerms("OF 5", rates, mix, List.of(), List.of());
    }
}
