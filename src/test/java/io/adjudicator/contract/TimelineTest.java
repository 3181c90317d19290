package io.adjudicator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.kernel.Period;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    private record Version(int number, Period effective) {}

    private static final Timeline<Version> YEARS = Timeline.of(
            List.of(
                    version(1, "2026-01-01T05:00:00Z", "2026-07-01T04:00:00Z"),
                    version(2, "2026-07-01T04:00:00Z", "2027-07-01T04:00:00Z"),
                    version(3, "2027-01-01T05:00:00Z", "2027-03-01T05:00:00Z"),
                    version(4, "2028-01-01T05:00:00Z", "9999-12-31T00:00:00Z"),
                    version(5, "2029-01-01T05:00:00Z", "9999-12-31T00:00:00Z")),
            Version::effective);

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-01T04:59:59.999Z , 0
            2026-01-01T05:00:00Z     , 1
            2026-07-01T03:59:59Z     , 1
            2026-07-01T04:00:00Z     , 2
            2026-12-31T00:00:00Z     , 2
            2027-01-01T05:00:00Z     , 3
            2027-04-01T00:00:00Z     , 0
            2027-12-31T00:00:00Z     , 0
            2028-12-31T00:00:00Z     , 4
            2031-01-01T00:00:00Z     , 5
            """)
    void theVersionThatBeganLastIsInForceUntilItsOwnEnd(Instant at, int version) {
        assertThat(YEARS.at(at).map(Version::number).orElse(0)).isEqualTo(version);
    }

    private static Version version(int number, String from, String to) {
        return new Version(number, new Period(Instant.parse(from), Instant.parse(to)));
    }
}
