package io.adjudicator.contract;

import java.time.Duration;

/**
 * The measurement window: how long evidence can change the verdict, and what it does when it comes.
 *
 * @param length from the anchor to the close; zero closes at once
 * @param settleEvery claims whose windows close in the same slot of this length form a cohort and settle together
 */
public record WindowTerms(
        Duration length,
        Anchor anchor,
        OnActivity onActivity,
        Silence silence,
        Reopen reopen,
        Late late,
        Duration settleEvery) {

    /** From which instant the window's length runs. */
    public enum Anchor {
        SESSION_START,
        CLAIM,
        LAST_ACTIVITY
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
        CREDIT_NEXT_PERIOD
    }
}
