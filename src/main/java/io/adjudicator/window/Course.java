package io.adjudicator.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a session that can move the window of one claim; every list in ascending order.
 *
 * @param activities of the customer
 * @param answers of the product
 * @param closes of the session
 * @param acceptances by a system of record that the contract listens to
 */
public record Course(
        Instant sessionStartedAt,
        Instant claimedAt,
        List<Instant> activities,
        List<Instant> answers,
        List<Instant> closes,
        List<Instant> acceptances) {

    /** A claim of whose session nothing else was seen. */
    public static Course quiet(Instant sessionStartedAt, Instant claimedAt) {
        return new Course(sessionStartedAt, claimedAt, List.of(), List.of(), List.of(), List.of());
    }

    /** The last one not later than the claim, or else the claim. */
    Instant lastUntilClaim(List<Instant> instants) {
        for (int i = instants.size() - 1; i >= 0; i--) {
            if (!instants.get(i).isAfter(claimedAt)) {
                return instants.get(i);
            }
        }
        return claimedAt;
    }

    /**
     * When the session that the claim belongs to ended: at its first close after the claim; or before the claim, if nothing went on
     * between that close and the claim, because some products claim only once a session is over.
     */
    Optional<Instant> endedAt() {
        Instant before = lastUntilClaim(closes);
        boolean endedBefore = closes.contains(before)
                && !before.isBefore(sessionStartedAt)
                && nothingSince(before, activities)
                && nothingSince(before, answers);
        return endedBefore
                ? Optional.of(before)
                : closes.stream().filter(at -> at.isAfter(claimedAt)).findFirst();
    }

    private boolean nothingSince(Instant close, List<Instant> instants) {
        return instants.stream().noneMatch(at -> at.isAfter(close) && !at.isAfter(claimedAt));
    }
}
