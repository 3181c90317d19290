package io.adjudicator.contract;

import java.time.Duration;
import java.util.Optional;

/**
 * When a session ends and how its claims count.
 *
 * @param endsAfter quiet time after which a further claim belongs to a new outcome; absent: the session never ends by itself
 * @param identity whether claims of different channels in one session can be the same outcome
 */
public record SessionTerms(Optional<Duration> endsAfter, Bill bill, ReopenedIs reopenedIs, Identity identity) {

    /** Across channels, as it is where nothing else was agreed. */
    public SessionTerms(Optional<Duration> endsAfter, Bill bill, ReopenedIs reopenedIs) {
        this(endsAfter, bill, reopenedIs, Identity.ACROSS_CHANNELS);
    }

    /** Whether claims of these channels can be the same outcome. */
    public boolean unites(String channel, String other) {
        return identity == Identity.ACROSS_CHANNELS || channel.equals(other);
    }

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

    /** What makes one session's claims one outcome. */
    public enum Identity {
        ACROSS_CHANNELS,
        PER_CHANNEL
    }
}
