package io.adjudicator.rules.facts;

import org.jspecify.annotations.Nullable;

/**
 * The values behind {@code OutcomeFacts}. That class is generated from a rule set's own vocabulary, one getter a fact, and
 * reads them from here by position, so that a case is shown to the rules by passing one reference.
 */
public class FactValues {

    protected @Nullable Object[] values = new Object[0];

    protected FactValues() {}

    /** Shows the rules another case, whose values stand in the order of the vocabulary. */
    public final void show(@Nullable Object[] values) {
        this.values = values;
    }
}
