package io.adjudicator.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which cohorts are late, and so may have lost their process: those that were due long enough before now by the service's clock, and at the
 * look before this one too. For when a replay moves time by days, all that it makes due looks late at once, and asking for it again would
 * only settle it twice.
 */
final class Lateness {

    private final Duration grace;
    private Optional<Instant> looked = Optional.empty();

    /** @param grace how late a cohort is when nobody moves time */
    Lateness(Duration grace) {
        this.grace = grace;
    }

    /** What was to settle before this instant is late. */
    Instant dueBefore(Instant now) {
        Instant late = now.minus(grace);
        return looked.filter(late::isAfter).orElse(late);
    }

    /** Everything late at {@code now} was taken care of. */
    void looked(Instant now) {
        looked = Optional.of(now);
    }

    /** The engine was away and may have lost everything: the next look takes all that is late by the clock. */
    void forget() {
        looked = Optional.empty();
    }
}
