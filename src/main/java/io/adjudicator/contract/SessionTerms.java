package io.adjudicator.contract;

import java.time.Duration;
import java.util.Optional;

/**
 * When a session ends and how its claims count.
 *
 * @param endsAfter quiet time after which a further claim belongs to a new outcome; absent: the session never ends by itself
 */
public record SessionTerms(Optional<Duration> endsAfter, Bill bill, ReopenedIs reopenedIs) {

    /** How many outcomes of one session may be billed. */
    public enum Bill {
        ONCE_PER_SESSION,
        EVERY_CLAIM
    }

    /** What the next claim is after the session was reopened: part of the earlier outcome, or an outcome of its own. */
    public enum ReopenedIs {
        CONTINUATION,
        NEW_OUTCOME
    }
}
