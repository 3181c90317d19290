package io.adjudicator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant TODAY = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2016-02-29T01:16:00Z");

    private final MovableClock clock = new MovableClock(InstantSource.fixed(TODAY));

    @Test
    void runsWithTheSystemUntilItIsMoved() {
        assertThat(clock.now()).isEqualTo(TODAY);
    }

    @Test
    void goesAnywhereTheFirstTime() {
        clock.moveTo(LONG_AGO);

        assertThat(clock.instant()).isEqualTo(LONG_AGO);
    }

    @Test
    void neverGoesBackAfterwards() {
        clock.moveTo(LONG_AGO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.moveTo(LONG_AGO.minusMillis(1)))
                .withMessage("expected an instant not before 2016-02-29T01:16:00Z, but got 2016-02-29T01:15:59.999Z");
        assertThat(clock.now()).isEqualTo(LONG_AGO);
    }

    @Test
    void isThereBeforeItsFollower() {
        List<Instant> seenByFollower = new ArrayList<>();
        clock.followedBy(() -> seenByFollower.add(clock.now()));

        clock.moveTo(LONG_AGO);
        clock.moveTo(TODAY);

        assertThat(seenByFollower).containsExactly(LONG_AGO, TODAY);
    }
}
