package io.adjudicator.contract;

/** A base rule that does not apply to this customer, with the clause that says so and why it was agreed. */
public record Waiver(String rule, String clause, String reason) {}
