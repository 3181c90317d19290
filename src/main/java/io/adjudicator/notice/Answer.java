package io.adjudicator.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of one attempt. What the receiver wrote is not kept: it is theirs, and nothing to show to somebody who chose the address. */
sealed interface Answer {

    Duration took();

    /**
     * The receiver said something.
     *
     * @param waitUntil when it wants to be asked again
     */
    record Answered(int status, Optional<Instant> waitUntil, Duration took) implements Answer {}

    /** Nobody said anything that we could read. */
    record Unanswered(Failure failure, Duration took) implements Answer {}

    /** Why not. */
    enum Failure {
        /** The name is unknown, or leads where nothing may be sent. */
        NO_PUBLIC_ADDRESS,
        NOT_CONNECTED,
        /** The certificate is not for this name or not by anybody whom we trust. */
        NOT_TRUSTED,
        TIMED_OUT,
        /** Connected, but broke off or was not HTTP. */
        BROKEN_OFF
    }

    default boolean taken() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    /** 410: the receiver wants nothing any more. */
    default boolean gone() {
        return this instanceof Answered answered && answered.status() == 410;
    }
}
