package io.adjudicator.rules;

import java.util.List;

/**
 * Everything a rule set is made of, as it is published, stored whole, and compiled again years later.
 *
 * @param rules in the order of the contract: for tiers the first match wins
 * @param compilerVersion which release of our row compiler and of Drools made and judged it
 */
public record RuleSetSource(Vocabulary vocabulary, List<Rule> rules, String compilerVersion) {

    public RuleSetSource {
        rules = List.copyOf(rules);
    }
}
