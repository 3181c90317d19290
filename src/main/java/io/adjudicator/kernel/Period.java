package io.adjudicator.kernel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** A half-open span of time: {@code from} belongs to it, {@code to} does not. */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("expected from before to, but got " + from + " and " + to);
        }
    }

    public static Period ofMonth(YearMonth month, ZoneId zone) {
        return new Period(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
