package io.adjudicator.intake;

import io.adjudicator.kernel.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Instants as RFC 3339 writes them, always with a zone: without one the window would end at a guess. */
final class RecordTime {

    /** Characters: {@code 2026-07-01T10:00:00.123456789+02:00} has 35. */
    static final int LONGEST = 40;

    /** Senders' clocks run fast; more than this is a wrong date, not a wrong clock. */
    static final Duration USUALLY_AHEAD = Duration.ofMinutes(5);

    /** Older ones are seconds taken for milliseconds, or empty dates. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private RecordTime() {}

    /** Cut to microseconds, which is what PostgreSQL keeps: a live and an offline run must see the same instant. */
    static Instant parse(String text, Instant latest, Consumer<Fault> faults) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            checkRange(time, latest, faults);
            return time;
        } catch (DateTimeException e) {
            faults.accept(
                    isLocal(text)
                            ? new Fault(
                                    "time_without_zone",
                                    "",
                                    "expected a time with zone, such as " + text + "Z or " + text + "+02:00")
                            : new Fault("bad_time", "", "expected a time such as 2026-07-01T10:00:00Z (RFC 3339)"));
            return Instant.EPOCH;
        }
    }

    private static void checkRange(Instant time, Instant latest, Consumer<Fault> faults) {
        if (time.isAfter(latest)) {
            faults.accept(new Fault(
                    "time_in_future",
                    "",
                    "expected a time not after " + latest + " (now, and some time for clocks that differ), but got "
                            + time));
        } else if (time.isBefore(EARLIEST)) {
            faults.accept(new Fault("time_too_old", "", "expected a time in 2000 or later, but got " + time));
        }
    }

    private static boolean isLocal(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
