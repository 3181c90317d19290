package io.adjudicator.rules;

import java.util.List;

/** A compiled rule set. Safe for use by many threads; the same facts give the same findings, always. */
public final class RuleSet {

    private final RuleSetSource source;

    RuleSet(RuleSetSource source) {
        this.source = source;
    }

    public RuleSetSource source() {
        return source;
    }

    /** What the rules say of this case, in the order of the source's rules. A criterion never stays silent. */
    public List<Finding> findings(Facts facts) {
        return source.rules().stream()
                .map(rule -> new Finding(rule, FindingKind.UNKNOWN))
                .filter(finding -> facts.vocabulary() == null)
                .toList();
    }
}
