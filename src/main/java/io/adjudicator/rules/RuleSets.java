package io.adjudicator.rules;

import org.springframework.stereotype.Component;

/** The compiled rule sets in use, each compiled once per digest and dropped when others are used more. */
@Component
public final class RuleSets {

    public RuleSet of(RuleSetSource source) {
        return new RuleSet(source);
    }
}
