package io.adjudicator.window;

import io.adjudicator.contract.WindowTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Computes when a measurement window closes and in which slot it settles. Pure. */
public final class WindowRule {

    private WindowRule() {}

    /**
     * The exclusive end of the window, never before the claim itself.
     *
     * @param activities instants of the session's activity in ascending order
     */
    public static Instant closesAt(
            WindowTerms terms, Instant sessionStartedAt, Instant claimedAt, List<Instant> activities) {
        Instant anchor = anchor(terms.anchor(), sessionStartedAt, claimedAt, activities);
        Instant closesAt = anchor.plus(terms.length());
        if (terms.onActivity() == WindowTerms.OnActivity.RESTART) {
            for (Instant activity : activities) {
                if (activity.isAfter(anchor) && activity.isBefore(closesAt)) {
                    closesAt = activity.plus(terms.length());
                }
            }
        }
        return closesAt.isBefore(claimedAt) ? claimedAt : closesAt;
    }

    private static Instant anchor(
            WindowTerms.Anchor anchor, Instant sessionStartedAt, Instant claimedAt, List<Instant> activities) {
        return switch (anchor) {
            case SESSION_START -> sessionStartedAt;
            case CLAIM -> claimedAt;
            case LAST_ACTIVITY -> lastUntil(claimedAt, activities);
        };
    }

    private static Instant lastUntil(Instant claimedAt, List<Instant> activities) {
        for (int i = activities.size() - 1; i >= 0; i--) {
            if (!activities.get(i).isAfter(claimedAt)) {
                return activities.get(i);
            }
        }
        return claimedAt;
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
