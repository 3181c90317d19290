package io.adjudicator.rules;

/** Where a fact's value comes from, and so what its absence means. */
public enum FactOrigin {
    /** Stated by the claim. Absent means unknown, never false or zero. */
    CLAIM,
    /**
     * Seen by the product: recorded evidence, the session, the window. "Not seen by then" is itself a known value, so
     * these are false or zero until something is recorded; the claim may state them too.
     */
    OBSERVED
}
