package io.adjudicator.rules;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles a contract's rows, whose conditions are DMN unary tests over the vocabulary, to rules.
 *
 * <p>Every method throws {@code Refused} with all faults of the row, each at {@code /when/<fact>}.
 */
public final class RowCompiler {

    /** Changes with every release in which the same row could compile to another rule; stored with each rule set. */
    static final String VERSION = "rows-2 drools-10.2.0";

    private final Vocabulary vocabulary;
    private final boolean silentWhereAbsent;

    public RowCompiler(Vocabulary vocabulary) {
        this(vocabulary, false);
    }

    private RowCompiler(Vocabulary vocabulary, boolean silentWhereAbsent) {
        this.vocabulary = vocabulary;
        this.silentWhereAbsent = silentWhereAbsent;
    }

    /** For rows that have no say where a fact they need was not given: neither do they hold nor fail, nor do they ask for it. */
    public RowCompiler silentWhereAbsent() {
        return new RowCompiler(vocabulary, true);
    }

    /** Must hold; {@code reason} says why an outcome that does not meet it is not billable. */
    public Rule criterion(String id, String clause, Map<String, String> when, String reason) {
        return rule(id, RuleKind.CRITERION, clause, when, reason);
    }

    /** Must not hold; {@code reason} says why an outcome for which it holds is not billable. */
    public Rule exclusion(String id, String clause, Map<String, String> when, String reason) {
        return rule(id, RuleKind.EXCLUSION, clause, when, reason);
    }

    /** Names the tier of the outcomes for which it holds; without a condition, of all that no earlier tier took. */
    public Rule tier(String id, String clause, Map<String, String> when, String tier) {
        return rule(id, RuleKind.TIER, clause, when, tier);
    }

    /** Names the row of the price table that prices the outcomes for which it holds. */
    public Rule price(String id, String clause, Map<String, String> when) {
        return rule(id, RuleKind.PRICE, clause, when, id);
    }

    /** Asks for a human where it holds. */
    public Rule review(String id, String clause, Map<String, String> when, String why) {
        return rule(id, RuleKind.REVIEW, clause, when, why);
    }

    private Rule rule(String id, RuleKind kind, String clause, Map<String, String> when, String result) {
        List<Fault> faults = new ArrayList<>(RuleIds.faults(id, "/id"));
        if (when.isEmpty() && kind != RuleKind.TIER) {
            faults.add(new Fault("bad_condition", "/when", "expected a condition on at least one fact, but got none"));
        }
        List<Condition> parts = new ArrayList<>();
        when.forEach((name, test) -> {
            try {
                parts.add(UnaryTests.read(vocabulary.term(name).orElseThrow(() -> Misread.unknownFact(name)), test));
            } catch (Misread misread) {
                faults.add(new Fault(misread.code(), "/when/" + pointer(name), misread.explanation()));
            }
        });
        Condition condition = Condition.all(parts);
        if (faults.isEmpty() && silentWhereAbsent && condition.open().equals(Condition.never())) {
            faults.add(new Fault(
                    "bad_condition",
                    "/absent",
                    "expected a condition on a fact that may be absent, but these are always known; leave absent out"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
        return rule(id, kind, clause, condition, result);
    }

    private Rule rule(String id, RuleKind kind, String clause, Condition condition, String result) {
        String says = ConditionWords.of(condition);
        return new Rule(
                id,
                kind,
                RuleOrigin.CONTRACT_ROW,
                clause,
                result,
                silentWhereAbsent ? says + ", as far as that was stated" : says,
                condition.facts().stream().map(FactTerm::name).toList(),
                kind == RuleKind.EXCLUSION && condition.staysTrue(),
                silentWhereAbsent ? RuleText.silentWhereOpen(id, kind, condition) : RuleText.all(id, kind, condition));
    }

    /** RFC 6901, section 3. */
    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
