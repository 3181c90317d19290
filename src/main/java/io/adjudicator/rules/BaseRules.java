package io.adjudicator.rules;

import io.adjudicator.kernel.OutcomeType;
import java.util.List;

/** The product's own rules for an outcome type, as this release carries them. */
public final class BaseRules {

    private BaseRules() {}

    /** In the order of their ids; none for an outcome type without base rules. */
    public static List<Rule> of(OutcomeType outcomeType) {
        return outcomeType
                .value()
                .lines()
                .filter(String::isEmpty)
                .map(line -> new Rule("", RuleKind.TIER, RuleOrigin.BASE, "", "", "", List.of(), false, ""))
                .toList();
    }
}
