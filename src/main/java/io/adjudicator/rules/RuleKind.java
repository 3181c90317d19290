package io.adjudicator.rules;

/** What a rule speaks about. */
public enum RuleKind {
    /** Must hold: MET, NOT_MET or UNKNOWN. */
    CRITERION,
    /** Must not hold: EXCLUDED or UNKNOWN, silent when it surely does not hold. */
    EXCLUSION,
    /** Names a tier: TIER or UNKNOWN, silent when it surely does not fit. */
    TIER,
    /** Names a row of the price table: PRICE or UNKNOWN, silent when it surely does not fit. */
    PRICE,
    /** Asks for a human: REVIEW. */
    REVIEW
}
