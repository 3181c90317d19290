package io.adjudicator.ledger;

/** The accounts of a customer. Debits are positive, credits negative. */
public enum Account {
    /** What the customer owes. */
    RECEIVABLE,
    /** What was charged, by line. */
    REVENUE,
    /** What would be owed for outcomes whose windows are open, at most. */
    HELD,
    /** The other side of {@link #HELD}. */
    PENDING,
    /** What is left of a grant. */
    GRANT,
    /** What of a grant is kept for outcomes whose windows are open. */
    GRANT_HELD,
    /** The other side of what was granted. */
    ISSUED,
    /** Free outcomes that were drawn. */
    USED,
    /** What lapsed with its grant. */
    EXPIRED,
    /** What was taken back by hand. */
    VOIDED,
    /** On the way from one month's grant into the next. */
    ROLLED,
    /** What outcomes would have cost that are free for now. */
    FREE,
    /** Credits on their way to money. */
    CONVERSION,
    /** What rounding a statement's lines added or took away. */
    ROUNDING
}
