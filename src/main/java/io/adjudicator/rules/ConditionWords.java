package io.adjudicator.rules;

import io.adjudicator.rules.Condition.All;
import io.adjudicator.rules.Condition.Any;
import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.OneOf;
import io.adjudicator.rules.Condition.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Says a condition in plain words, built from the vocabulary's meanings. */
final class ConditionWords {

    private ConditionWords() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Compared atom -> compared(atom);
            case OneOf atom ->
                atom.fact().meaning()
                        + (atom.among() ? " is " : atom.constants().size() == 1 ? " is not " : " is neither ")
                        + list(atom);
            case Stated atom -> atom.fact().meaning() + (atom.stated() ? " is stated" : " is not stated");
            case All all when all.parts().isEmpty() -> "always";
            case Any any when any.parts().isEmpty() -> "never";
            case All all -> joined(all.parts(), " and ");
            case Any any -> joined(any.parts(), " or ");
        };
    }

    private static String compared(Compared atom) {
        if (atom.constant() instanceof Boolean truth) {
            return truth == (atom.comparison() == Comparison.EQUAL)
                    ? atom.fact().meaning()
                    : denied(atom.fact());
        }
        return atom.fact().meaning() + " " + atom.comparison().words() + " " + constant(atom.constant());
    }

    private static String denied(FactTerm fact) {
        return (fact.origin() == FactOrigin.OBSERVED ? "it was not seen that " : "it is not true that ")
                + fact.meaning();
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream()
                .map(part -> part instanceof All || part instanceof Any ? "(" + of(part) + ")" : of(part))
                .collect(Collectors.joining(word));
    }

    private static String list(OneOf atom) {
        String last = constant(atom.constants().getLast());
        if (atom.constants().size() == 1) {
            return last;
        }
        String word = atom.among() ? " or " : " nor ";
        return atom.constants().subList(0, atom.constants().size() - 1).stream()
                .map(ConditionWords::constant)
                .collect(Collectors.joining(", ", "", word + last));
    }

    private static String constant(Object constant) {
        return switch (constant) {
            case String text -> '"' + text + '"';
            case BigDecimal exact -> exact.toPlainString();
            default -> constant.toString();
        };
    }
}
