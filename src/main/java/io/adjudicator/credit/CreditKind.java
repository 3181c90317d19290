package io.adjudicator.credit;

/** What a credit is for. */
public enum CreditKind {
    /** An objection that was upheld: decisions are superseded and their charges reversed. */
    DISPUTE,
    /** Given without owing it: credits are granted. */
    GOODWILL
}
