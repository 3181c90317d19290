package io.adjudicator.credit;

/** Where a credit stands. */
public enum CreditState {
    /** Waits for an approval. */
    REQUESTED,
    /** Has every approval that it needs. */
    APPROVED,
    REJECTED,
    WITHDRAWN,
    /** In effect. */
    POSTED
}
