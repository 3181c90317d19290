package io.adjudicator.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notice on its way to one webhook, or arrived there.
 *
 * @param key where it stands in the log
 * @param dueAt when it is sent next, at the earliest; while it is being sent, when it is given up as lost
 * @param attempts oldest first
 */
public record Delivery(
        long key,
        String notice,
        NoticeType type,
        State state,
        Instant recordedAt,
        Optional<Instant> dueAt,
        List<Attempt> attempts,
        String body) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Not sent again by itself. */
        FAILED
    }

    /**
     * One time that it was sent.
     *
     * @param status the answer's
     * @param failure why there was no answer
     */
    public record Attempt(
            int number, Instant attemptedAt, long tookMillis, Optional<Integer> status, Optional<String> failure) {}
}
