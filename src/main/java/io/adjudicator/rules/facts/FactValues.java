package io.adjudicator.rules.facts;

import org.jspecify.annotations.Nullable;

/**
 * The values behind {@code OutcomeFacts}. That class is generated from a rule set's own vocabulary, one getter a fact, and
 * reads them from here by position, so that a case is shown to the rules by passing one reference.
 */
public class FactValues {

    protected @Nullable Object[] values = new Object[0];

    private boolean seen;
    private boolean missing;

    protected FactValues() {}

    /**
     * Shows the rules another case.
     *
     * @param values in the order of the vocabulary
     * @param seen whether any observation that the rules look out for is true
     * @param missing whether any fact that the rules read is unknown
     */
    public final void show(@Nullable Object[] values, boolean seen, boolean missing) {
        this.values = values;
        this.seen = seen;
        this.missing = missing;
    }

    public final boolean isSomething_seen() {
        return seen;
    }

    public final boolean isSomething_missing() {
        return missing;
    }
}
