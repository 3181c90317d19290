package io.adjudicator.rules;

import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.Stated;
import io.adjudicator.rules.facts.FactValues;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Two questions that are answered once a case: was anything seen that the rules look out for, and is anything unknown that they
 * read? Most cases say no to both. A rule that cannot hold then asks first, and since all such rules ask the same, Drools shares
 * that one test among them and leaves the rest of them alone (ADR 7).
 */
final class Screening {

    static final String SEEN = "something_seen";
    static final String MISSING = "something_missing";

    private final int[] watched;
    private final int[] needed;

    /** Asks about the facts that these rules read. */
    Screening(RuleSetSource source) {
        Vocabulary vocabulary = source.vocabulary();
        watched = read(source, index -> isSight(vocabulary.terms().get(index)));
        needed = read(source, index -> vocabulary.terms().get(index).mayBeUnknown());
    }

    private static int[] read(RuleSetSource source, IntPredicate wanted) {
        return source.rules().stream()
                .flatMap(rule -> rule.facts().stream())
                .distinct()
                .mapToInt(source.vocabulary()::index)
                .filter(wanted)
                .toArray();
    }

    private static boolean isSight(FactTerm fact) {
        return fact.type() == FactType.BOOLEAN && !fact.mayBeUnknown();
    }

    /** The test that a pattern of this condition begins with; it holds wherever the condition does. */
    static Optional<String> firstTestOf(Condition condition) {
        if (condition.needs(Screening::isSight)) {
            return Optional.of(SEEN + " == true");
        }
        return condition.needs(Screening::isAbsence) ? Optional.of(MISSING + " == true") : Optional.empty();
    }

    private static boolean isSight(Condition atom) {
        return atom instanceof Compared compared
                && isSight(compared.fact())
                && compared.comparison() == Comparison.EQUAL
                && compared.constant().equals(true);
    }

    private static boolean isAbsence(Condition atom) {
        return atom instanceof Stated stated && !stated.stated();
    }

    /** Shows the rules a case together with both answers. */
    void show(FactValues fact, @Nullable Object[] values) {
        fact.show(values, seen(values), missing(values));
    }

    boolean seen(@Nullable Object[] values) {
        for (int index : watched) {
            if (Boolean.TRUE.equals(values[index])) {
                return true;
            }
        }
        return false;
    }

    boolean missing(@Nullable Object[] values) {
        for (int index : needed) {
            if (values[index] == null) {
                return true;
            }
        }
        return false;
    }
}
