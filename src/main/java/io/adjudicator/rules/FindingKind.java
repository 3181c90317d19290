package io.adjudicator.rules;

/** What a rule found on one claim. */
public enum FindingKind {
    MET,
    NOT_MET,
    UNKNOWN,
    EXCLUDED,
    TIER,
    PRICE,
    REVIEW,
    /** A fact that it needs was not given, and the contract says that it then has no say. */
    SILENT
}
