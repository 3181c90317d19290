package io.adjudicator.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.WindowTerms;
import io.adjudicator.contract.WindowTerms.Anchor;
import io.adjudicator.contract.WindowTerms.Late;
import io.adjudicator.contract.WindowTerms.OnActivity;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.contract.WindowTerms.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowRuleTest {

    private static final Instant DAY = Instant.parse("2026-07-01T00:00:00Z");

    /** Hours after midnight; the session began at 8, the claim came at 10, the window is 24 hours long. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # anchor        | activity | activities at | closes at
            CLAIM           | IGNORE   |               | 34
            CLAIM           | IGNORE   | 9 12 30       | 34
            CLAIM           | RESTART  | 9             | 34
            CLAIM           | RESTART  | 12            | 36
            CLAIM           | RESTART  | 12 35         | 59
            CLAIM           | RESTART  | 12 36         | 36
            CLAIM           | RESTART  | 40            | 34
            SESSION_START   | IGNORE   |               | 32
            SESSION_START   | RESTART  | 9 12          | 36
            LAST_ACTIVITY   | IGNORE   |               | 34
            LAST_ACTIVITY   | IGNORE   | 9             | 33
            LAST_ACTIVITY   | IGNORE   | 8 9 12        | 33
            LAST_ACTIVITY   | RESTART  | 9 12          | 36
            """)
    void closesALengthAfterTheAnchorOrTheLastActivity(
            Anchor anchor, OnActivity onActivity, String activities, int closesAt) {
        assertThat(closesAt(terms(24, anchor, onActivity), hours(activities))).isEqualTo(hour(closesAt));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # length | anchor        | closes at
            0        | CLAIM         | 10
            0        | SESSION_START | 10
            1        | SESSION_START | 10
            3        | SESSION_START | 11
            """)
    void neverClosesBeforeTheClaim(int length, Anchor anchor, int closesAt) {
        assertThat(closesAt(terms(length, anchor, OnActivity.IGNORE), List.of()))
                .isEqualTo(hour(closesAt));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # closes at                  | slot  | settles at
            2026-07-01T10:00:00Z         | PT1M  | 2026-07-01T10:00:00Z
            2026-07-01T10:00:00.000001Z  | PT1M  | 2026-07-01T10:01:00Z
            2026-07-01T10:00:01Z         | PT1M  | 2026-07-01T10:01:00Z
            2026-07-01T10:00:01Z         | PT1H  | 2026-07-01T11:00:00Z
            2026-07-01T23:59:59.999Z     | P1D   | 2026-07-02T00:00:00Z
            1969-12-31T23:59:30Z         | PT1M  | 1970-01-01T00:00:00Z
            """)
    void settlesAtTheEndOfItsSlot(Instant closesAt, Duration slot, Instant settlesAt) {
        assertThat(WindowRule.settlesAt(closesAt, slot)).isEqualTo(settlesAt);
    }

    private static Instant closesAt(WindowTerms terms, List<Instant> activities) {
        Course course = new Course(hour(8), hour(10), activities, List.of(), List.of(), List.of());
        return WindowRule.span(terms, course).closesAt();
    }

    private static WindowTerms terms(int hours, Anchor anchor, OnActivity onActivity) {
        return new WindowTerms(
                Duration.ofHours(hours),
                anchor,
                onActivity,
                Silence.BILLS,
                Reopen.DEDUCT_SAME_PERIOD,
                Late.IGNORE,
                Duration.ofMinutes(1));
    }

    private static Instant hour(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    private static List<Instant> hours(@Nullable String hours) {
        return hours == null
                ? List.of()
                : Arrays.stream(hours.trim().split(" "))
                        .map(hour -> hour(Integer.parseInt(hour)))
                        .toList();
    }
}
