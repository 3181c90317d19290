package io.adjudicator.ledger;

/** A posting of a claim that nothing has reversed yet. */
public record Standing(EntryKind kind, Posting posting) {}
