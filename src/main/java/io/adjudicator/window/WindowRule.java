package io.adjudicator.window;

import io.adjudicator.contract.WindowTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes when a measurement window closes and in which slot it settles. Pure. */
public final class WindowRule {

    private WindowRule() {}

    /**
     * A window as it stands.
     *
     * @param anchoredAt from when its length runs; the claim while the anchor has not come
     * @param closesAt the exclusive end, never before the claim itself
     */
    public record Span(Instant anchoredAt, Instant closesAt) {}

    /** By what was seen of the session so far. Seeing more can move the close, but never to before what moved it. */
    public static Span span(WindowTerms terms, Course course) {
        return anchor(terms, course)
                .map(anchor -> new Span(anchor, closesAt(terms, course, anchor)))
                .orElseGet(() -> new Span(course.claimedAt(), waitsUntil(terms, course)));
    }

    private static Instant closesAt(WindowTerms terms, Course course, Instant anchor) {
        Instant closesAt = anchor.plus(terms.length());
        for (Instant restart : restarts(terms, course)) {
            if (restart.isAfter(anchor) && restart.isBefore(closesAt)) {
                closesAt = restart.plus(terms.length());
            }
        }
        return closesAt.isBefore(course.claimedAt()) ? course.claimedAt() : closesAt;
    }

    private static List<Instant> restarts(WindowTerms terms, Course course) {
        List<Instant> activities =
                terms.onActivity() == WindowTerms.OnActivity.RESTART ? course.activities() : List.of();
        if (terms.anchor() != WindowTerms.Anchor.LAST_ANSWER) {
            return activities;
        }
        return Stream.concat(activities.stream(), course.answers().stream())
                .sorted()
                .toList();
    }

    private static Optional<Instant> anchor(WindowTerms terms, Course course) {
        return switch (terms.anchor()) {
            case SESSION_START -> Optional.of(course.sessionStartedAt());
            case CLAIM -> Optional.of(course.claimedAt());
            case LAST_ACTIVITY -> Optional.of(course.lastUntilClaim(course.activities()));
            case LAST_ANSWER -> Optional.of(course.lastUntilClaim(course.answers()));
            case SESSION_END -> course.endedAt().filter(at -> at.isBefore(waitsUntil(terms, course)));
            case ACCEPTANCE ->
                course.acceptances().stream().findFirst().filter(at -> at.isBefore(waitsUntil(terms, course)));
        };
    }

    private static Instant waitsUntil(WindowTerms terms, Course course) {
        return course.claimedAt().plus(terms.longestWait().orElseThrow());
    }

    /** The end of the slot that holds {@code closesAt}: the first multiple of the slot's length, from the epoch, not before it. */
    public static Instant settlesAt(Instant closesAt, Duration settleEvery) {
        long slotMillis = settleEvery.toMillis();
        // Instants finer than a millisecond round up, so that a cohort never settles before its windows are closed.
        Instant floor = closesAt.truncatedTo(ChronoUnit.MILLIS);
        long closesMillis = floor.toEpochMilli() + (floor.equals(closesAt) ? 0 : 1);
        return Instant.ofEpochMilli(Math.ceilDiv(closesMillis, slotMillis) * slotMillis);
    }
}
