package io.adjudicator.adjudication;

/** Where a claim stands: waiting for its window, or the verdict that stands. */
public enum ClaimState {
    OPEN,
    BILLABLE,
    NOT_BILLABLE,
    UNPROVABLE,
    NEEDS_REVIEW
}
