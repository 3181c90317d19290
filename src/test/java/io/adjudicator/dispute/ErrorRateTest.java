package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorRateTest {

    /** The score intervals that R. G. Newcombe ("Two-sided confidence intervals for the single proportion", 1998, table I) gives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # decided | wrong | rate   | low    | high
            263       | 81    | 0.3080 | 0.2553 | 0.3662
            148       | 15    | 0.1014 | 0.0624 | 0.1605
            20        | 0     | 0.0000 | 0.0000 | 0.1611
            29        | 1     | 0.0345 | 0.0061 | 0.1718
            """)
    void isWilsonsInterval(int decided, int wrong, BigDecimal rate, BigDecimal low, BigDecimal high) {
        assertThat(ErrorRate.of(decided, wrong)).isEqualTo(new ErrorRate(decided, wrong, rate, low, high));
    }

    @Test
    void staysWithinNothingAndAll() {
        assertThat(ErrorRate.of(1, 1).high()).isEqualByComparingTo("1");
        assertThat(ErrorRate.of(1, 0).low()).isEqualByComparingTo("0");
    }

    @Test
    void needsADecision() {
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorRate.of(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorRate.of(3, 4));
    }
}
