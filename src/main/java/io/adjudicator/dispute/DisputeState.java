package io.adjudicator.dispute;

/** Where a dispute stands. */
public enum DisputeState {
    /** Not looked at yet: new evidence may settle it. */
    RAISED,
    /** Waits for a reviewer. */
    IN_REVIEW,
    /** Waits for evidence that a reviewer asked for. */
    WAITING,
    /** A reviewer answered; what follows is being done. */
    ANSWERED,
    /** What the answer gives back waits for finance. */
    IN_CREDIT_REVIEW,
    /** Settled by new evidence alone. */
    ACCEPTED,
    UPHELD,
    REJECTED,
    /** Upheld for some outcomes, rejected for the others. */
    SPLIT,
    /** Nothing on record proves the outcomes: they are not charged, and what would prove them is named. */
    UNDECIDABLE,
    WITHDRAWN;

    /** Whether nothing changes any more. */
    public boolean settled() {
        return compareTo(ACCEPTED) >= 0;
    }

    boolean takesEvidence() {
        return compareTo(WAITING) <= 0;
    }
}
