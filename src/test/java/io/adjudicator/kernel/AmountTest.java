package io.adjudicator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # number | unit      | plain
            0        | USD       | 0.00
            1        | USD       | 1.00
            0.9900   | USD       | 0.99
            1.9905   | USD       | 1.9905
            100      | JPY       | 100
            0.5      | JPY       | 0.5
            1        | KWD       | 1.000
            50       | hub-credit| 50
            -0.99    | EUR       | -0.99
            1E+3     | USD       | 1000.00
            """)
    void showsAtLeastItsUnitsDigitsAndNeverRounds(String number, String unit, String plain) {
        assertThat(Amount.of(number, unit).plain()).isEqualTo(plain);
    }

    @Test
    void isEqualByValue() {
        assertThat(Amount.of("1.0", "USD")).isEqualTo(Amount.of("1.00", "USD"));
        assertThat(Amount.of("0.00", "USD")).isEqualTo(Amount.zero(new Unit("USD")));
    }

    @Test
    void addsExactly() {
        Amount sum = Amount.zero(new Unit("USD"));
        for (int i = 0; i < 2_703; i++) {
            sum = sum.plus(Amount.of("0.99", "USD"));
        }
        assertThat(sum.plain()).isEqualTo("2675.97");
        assertThat(sum.times(new BigDecimal("0.1")).plain()).isEqualTo("267.597");
    }

    @Test
    void neverAddsDifferentUnits() {
        assertThatThrownBy(() -> Amount.of("1", "USD").plus(Amount.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected an amount in USD");
    }

    @ParameterizedTest
    @CsvSource({"ZZZ", "US", "A1B", "x", "Credit", "usd"})
    void refusesWhatIsNoUnit(String code) {
        assertThatThrownBy(() -> new Unit(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
