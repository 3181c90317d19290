package io.adjudicator.lint;

import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.Facts;

/** A billable agreed case as it was decided: the row that it comes to is the one that both sides meant. */
public record Shown(String name, OutcomeType type, Facts facts) {}
