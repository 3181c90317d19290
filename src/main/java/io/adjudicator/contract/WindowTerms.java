package io.adjudicator.contract;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The measurement window: how long evidence can change the verdict, and what it does when it comes.
 *
 * @param length from the anchor to the close; zero closes at once
 * @param settleEvery claims whose windows close in the same slot of this length form a cohort and settle together
 * @param longestWait after the claim, for an anchor that may never come; present exactly for such anchors
 * @param ifNeverAccepted present exactly where the anchor is the acceptance
 * @param byChannel whole terms for the channels whose terms differ; these have no channels of their own
 */
public record WindowTerms(
        Duration length,
        Anchor anchor,
        OnActivity onActivity,
        Silence silence,
        Reopen reopen,
        Late late,
        Duration settleEvery,
        Optional<Duration> longestWait,
        Optional<IfNeverAccepted> ifNeverAccepted,
        Map<String, WindowTerms> byChannel) {

    public WindowTerms {
        byChannel = Map.copyOf(byChannel);
        if (anchor.mayNeverCome() != longestWait.isPresent()
                || (anchor == Anchor.ACCEPTANCE) != ifNeverAccepted.isPresent()) {
            throw new IllegalArgumentException("expected a longest wait, and what happens then, for anchor " + anchor
                    + " as it needs them, but got " + longestWait + " and " + ifNeverAccepted);
        }
    }

    /** The same for every channel, from an anchor that is sure to come. */
    public WindowTerms(
            Duration length,
            Anchor anchor,
            OnActivity onActivity,
            Silence silence,
            Reopen reopen,
            Late late,
            Duration settleEvery) {
        this(
                length,
                anchor,
                onActivity,
                silence,
                reopen,
                late,
                settleEvery,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** The terms for claims of this channel. */
    public WindowTerms on(String channel) {
        return byChannel.getOrDefault(channel, this);
    }

    /** From which instant the window's length runs. */
    public enum Anchor {
        /** The session's first message. */
        SESSION_START,
        CLAIM,
        /** The customer's last message not later than the claim; the claim if there was none. Later ones: see {@link OnActivity}. */
        LAST_ACTIVITY,
        /** The product's last answer; one that comes before the close starts the length again. The claim if there was none. */
        LAST_ANSWER,
        /** When the session was closed. */
        SESSION_END,
        /** When the system of record accepted the result. */
        ACCEPTANCE;

        /** Whether the window has to wait for it: until it comes, the window closes a longest wait after the claim. */
        public boolean mayNeverCome() {
            return this == SESSION_END || this == ACCEPTANCE;
        }
    }

    /** Whether the customer's activity inside the window starts its length again. */
    public enum OnActivity {
        RESTART,
        IGNORE
    }

    /** What it means when nobody said anything until the close. */
    public enum Silence {
        BILLS,
        FREE,
        NEEDS_VERIFICATION
    }

    /** What it means when the system of record did not accept the result within the longest wait. Stands before {@link Silence}. */
    public enum IfNeverAccepted {
        BILLS,
        /** Free whoever else confirmed it. */
        FREE,
        /** Flagged by a rule of its own for a person to decide. */
        NEEDS_REVIEW
    }

    /** What a reopening does. */
    public enum Reopen {
        /** Inside the window: not billable. After settlement: reversed while the claim's billing month has not ended. */
        DEDUCT_SAME_PERIOD,
        /** Inside the window: not billable. After settlement: credited in the month in which it is booked, without limit. */
        DEDUCT_ACROSS_PERIODS,
        /** Inside the window: not billable. After the close nothing changes. */
        LOCKED,
        /** Never changes anything. */
        NO_REVERSAL
    }

    /** What happens to evidence of the window that is recorded only after the claim was settled. */
    public enum Late {
        /** Kept, without effect. */
        IGNORE,
        /** A superseding decision, booked in the month of the claim. */
        RESTATE_PERIOD,
        /** A superseding decision, booked in the month in which the evidence was recorded. */
        CREDIT_NEXT_PERIOD,
        /** Kept, without effect until a dispute brings it. */
        ONLY_BY_DISPUTE
    }
}
