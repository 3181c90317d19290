package io.adjudicator.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.kernel.Amount;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # number    | unit      | shown
            0.99        | USD       | 0.99 USD
            1234567.5   | USD       | 1,234,567.50 USD
            1.4405      | USD       | 1.4405 USD
            -2.49       | EUR       | -2.49 EUR
            1000        | JPY       | 1,000 JPY
            50          | nw-credit | 50 nw-credit
            0           | USD       | 0.00 USD
            """)
    void writesAmountsExactlyWithTheirUnit(String number, String unit, String shown) {
        assertThat(Shown.money(Amount.of(number, unit))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-07-01T14:00:00Z , America/New_York , 2026-07-01 10:00 EDT
            2026-12-01T14:00:00Z , America/New_York , 2026-12-01 09:00 EST
            2026-07-01T14:00:00Z , UTC              , 2026-07-01 14:00 UTC
            """)
    void writesTimesWithTheirZone(Instant at, String zone, String shown) {
        assertThat(Shown.minute(at, ZoneId.of(zone)).text()).isEqualTo(shown);
        assertThat(Shown.minute(at, ZoneId.of(zone)).machine()).isEqualTo(at.toString());
    }
}
