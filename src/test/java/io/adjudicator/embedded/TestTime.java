package io.adjudicator.embedded;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When tests begin that share a service: on a fixed day, so that what they find does not depend on the day they run. */
public final class TestTime {

    private static final Instant START = Instant.parse("2026-08-03T09:00:00Z");

    private static final Set<MovableClock> BEGUN = ConcurrentHashMap.newKeySet();

    private TestTime() {}

    /** Moves a clock that runs with the system to the fixed day; one that was moved stays. */
    public static void begin(MovableClock clock) {
        if (BEGUN.add(clock)) {
            clock.moveTo(START);
        }
    }

    /** The first instant of the month after, in UTC. */
    public static Instant nextMonth(Instant now) {
        return YearMonth.from(now.atZone(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
