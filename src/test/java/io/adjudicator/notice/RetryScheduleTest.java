package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    /** The specification's example as far as it goes, then once a day; each pause up to a tenth longer. */
    @ParameterizedTest
    @CsvSource(textBlock = """
             1, PT5S
             2, PT5M
             3, PT30M
             4, PT2H
             5, PT5H
             6, PT10H
             7, PT14H
             8, PT20H
             9, PT24H
            10, PT24H
            11, PT24H
            """)
    void waitsLongerAfterEachFailure(int failed, Duration pause) {
        for (int outcome = 0; outcome < 500; outcome++) {
            String notice = Station.decided("oc_" + outcome, 1).id();
            assertThat(RetrySchedule.next(failed, notice, Station.NOW).orElseThrow())
                    .isBetween(Station.NOW.plus(pause), Station.NOW.plus(pause).plus(pause.dividedBy(10)));
        }
    }

    @Test
    void spreadsWhatFailedTogether() {
        List<Instant> next = new ArrayList<>();
        for (int outcome = 0; outcome < 100; outcome++) {
            next.add(RetrySchedule.next(4, Station.decided("oc_" + outcome, 1).id(), Station.NOW)
                    .orElseThrow());
        }
        assertThat(next.stream().distinct().count()).isGreaterThan(50);
    }

    @Test
    void endsAfterTheTwelfthAttempt() {
        assertThat(RetrySchedule.next(12, "msg_a", Station.NOW)).isEmpty();
    }
}
