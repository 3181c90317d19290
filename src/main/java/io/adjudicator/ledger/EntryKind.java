package io.adjudicator.ledger;

/** What happened. */
public enum EntryKind {
    /** A window opened: the most that the outcome can cost is kept. */
    HELD,
    /** A window closed: what was kept is free again. */
    RELEASED,
    /** An outcome was charged. */
    CHARGED,
    /** A charge was taken back, by its mirror image. */
    REVERSED,
    /** The month's count went down, and with it what the remaining outcomes come to. */
    RERATED,
    GRANTED,
    EXPIRED,
    VOIDED,
    /** What was left of a month goes on into the next. */
    ROLLED_OUT,
    ROLLED_IN,
    /** Fees, minimum, maximum, overage and rounding of a month that was closed. */
    CLOSED
}
