package io.adjudicator.rules;

/** What a rule found on one claim. */
public enum FindingKind {
    MET,
    NOT_MET,
    UNKNOWN,
    EXCLUDED,
    TIER,
    PRICE,
    REVIEW
}
