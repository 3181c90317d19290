package io.adjudicator.rules;

import io.adjudicator.kernel.OutcomeType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A contract of thirty rules as customers have them, and cases for it. */
public final class SampleRules {

    private SampleRules() {}

    /** The base rules with three criteria, five exclusions, three tiers and a review of a contract's own. */
    public static RuleSetSource thirty() {
        Vocabulary vocabulary = Vocabulary.ofThisRelease();
        RowCompiler rows = new RowCompiler(vocabulary);
        List<Rule> rules = new ArrayList<>(BaseRules.of(OutcomeType.SUPPORT_RESOLUTION));
        rules.add(rows.criterion("C-1", "OF 3.1", Map.of("reassignments", "0"), "was_reassigned"));
        rules.add(rows.criterion("C-2", "OF 3.2", Map.of("rating", "not(1, 2)"), "rated_badly"));
        rules.add(rows.criterion("C-3", "OF 3.3", Map.of("handle_seconds", "<= 86400"), "took_too_long"));
        rules.add(rows.exclusion("X-1", "OF 3.4(a)", Map.of("topic", "\"fraud\", \"chargeback\""), "fraud_is_free"));
        rules.add(rows.exclusion("X-2", "OF 3.4(b)", Map.of("language", "not(\"en\", \"de\", \"fr\")"), "language"));
        rules.add(rows.exclusion("X-3", "OF 3.4(c)", Map.of("priority", "\"critical\""), "critical_is_free"));
        rules.add(rows.exclusion("X-4", "OF 3.4(d)", Map.of("customer_segment", "\"internal\""), "own_staff"));
        rules.add(rows.exclusion("X-5", "OF 3.4(e)", Map.of("activities", ">= 5"), "kept_coming_back"));
        rules.add(rows.tier("T-1", "OF 4.1", Map.of("actions", ">= 2", "topic", "\"refund\", \"claim\""), "complex"));
        rules.add(rows.tier("T-2", "OF 4.2", Map.of("amount_at_stake", "> 250.00"), "complex"));
        rules.add(rows.tier("T-3", "OF 4.3", Map.of("turns", "<= 6"), "simple"));
        rules.add(rows.review("R-1", "OF 5.1", Map.of("confidence", "[0.4..0.6)"), "confidence_in_the_band"));
        return RuleSetSource.of(vocabulary, rules);
    }

    /** A case such as a sender states it: few facts absent, few exclusions seen. */
    public static Facts someCase(Vocabulary vocabulary, Random random) {
        Facts facts = vocabulary.facts();
        for (FactTerm term : vocabulary.terms()) {
            boolean often = term.origin() == FactOrigin.CLAIM ? random.nextInt(12) > 0 : random.nextInt(40) == 0;
            if (often) {
                facts.set(term.name(), value(term, random));
            }
        }
        return facts.set("verification", "assumed");
    }

    private static Object value(FactTerm term, Random random) {
        return switch (term.type()) {
            case BOOLEAN -> true;
            case INTEGER -> (long) random.nextInt(10);
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(40_000), 2);
            case TEXT -> List.of("refund", "claim", "fraud", "en", "question").get(random.nextInt(5));
        };
    }
}
