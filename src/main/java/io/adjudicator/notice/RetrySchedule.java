package io.adjudicator.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a notice that did not arrive is sent again. */
final class RetrySchedule {

    /** A webhook that has not taken anything for so long is disabled. */
    static final Duration GIVES_UP_AFTER = Duration.ofDays(5);

    /**
     * From each attempt to the next: at first for what passes in seconds, then for what somebody repairs in the morning. The last
     * attempt is more than {@link #GIVES_UP_AFTER} after the first, so a webhook that takes nothing is disabled with it.
     */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));

    /** A pause grows by up to a tenth, so that what failed together does not come back together. */
    private static final int JITTER_SHARE = 10;

    private static final int JITTER_STEPS = 1_000;

    private RetrySchedule() {}

    /**
     * The instant of the next attempt; empty: there is none.
     *
     * @param failed how many attempts have failed
     * @param notice spreads the retries: always the same for the same notice
     */
    static Optional<Instant> next(int failed, String notice, Instant now) {
        if (failed > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(failed - 1);
        int step = Math.floorMod(31 * notice.hashCode() + failed, JITTER_STEPS);
        return Optional.of(now.plus(pause).plus(pause.multipliedBy(step).dividedBy(JITTER_SHARE * JITTER_STEPS)));
    }
}
