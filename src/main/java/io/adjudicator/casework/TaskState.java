package io.adjudicator.casework;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    /** Somebody answered it. */
    DONE,
    /** Nobody's answer is needed any more. */
    CANCELLED
}
