package io.adjudicator.rules;

import java.util.List;
import java.util.Map;

/**
 * Compiles a contract's rows, whose conditions are DMN unary tests over the vocabulary, to rules.
 *
 * <p>Every method throws {@code Refused} with all faults of the row, each at {@code /when/<fact>}.
 */
public final class RowCompiler {

    private final Vocabulary vocabulary;

    public RowCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Must hold; {@code reason} says why an outcome that does not meet it is not billable. */
    public Rule criterion(String id, String clause, Map<String, String> when, String reason) {
        return rule(id, RuleKind.CRITERION, clause, when, reason);
    }

    /** Must not hold; {@code reason} says why an outcome for which it holds is not billable. */
    public Rule exclusion(String id, String clause, Map<String, String> when, String reason) {
        return rule(id, RuleKind.EXCLUSION, clause, when, reason);
    }

    /** Names the tier of the outcomes for which it holds. */
    public Rule tier(String id, String clause, Map<String, String> when, String tier) {
        return rule(id, RuleKind.TIER, clause, when, tier);
    }

    /** Asks for a human where it holds. */
    public Rule review(String id, String clause, Map<String, String> when, String why) {
        return rule(id, RuleKind.REVIEW, clause, when, why);
    }

    private Rule rule(String id, RuleKind kind, String clause, Map<String, String> when, String result) {
        return new Rule(
                id,
                kind,
                RuleOrigin.CONTRACT_ROW,
                clause,
                result,
                vocabulary.terms().toString(),
                List.copyOf(when.keySet()),
                false,
                "");
    }
}
