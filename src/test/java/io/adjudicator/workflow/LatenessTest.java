package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final Lateness lateness = new Lateness(Duration.ofSeconds(20));

    @Test
    void takesAtFirstWhatIsLateByTheClock() {
        assertThat(lateness.dueBefore(NOON)).isEqualTo("2026-07-01T11:59:40Z");
    }

    @Test
    void followsAClockThatRuns() {
        lateness.looked(NOON);
        assertThat(lateness.dueBefore(NOON.plusSeconds(20))).isEqualTo(NOON);
        assertThat(lateness.dueBefore(NOON.plusSeconds(5))).isEqualTo("2026-07-01T11:59:45Z");
    }

    @Test
    void leavesWhatAJumpHasJustMadeDueToItsTimers() {
        lateness.looked(NOON);
        Instant jumped = NOON.plus(Duration.ofDays(3));
        assertThat(lateness.dueBefore(jumped)).isEqualTo(NOON);
        lateness.looked(jumped);
        assertThat(lateness.dueBefore(jumped.plusSeconds(20))).isEqualTo(jumped);
    }

    @Test
    void takesAllThatIsLateAfterTheEngineWasAway() {
        lateness.looked(NOON);
        lateness.forget();
        assertThat(lateness.dueBefore(NOON.plus(Duration.ofDays(3)))).isEqualTo("2026-07-04T11:59:40Z");
    }
}
