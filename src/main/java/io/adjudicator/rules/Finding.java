package io.adjudicator.rules;

/** What one rule says of one claim. */
public record Finding(Rule rule, FindingKind kind) {}
