package io.adjudicator.rules;

import io.adjudicator.rules.Condition.All;
import io.adjudicator.rules.Condition.Any;
import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.OneOf;
import io.adjudicator.rules.Condition.Stated;
import java.util.Optional;
import java.util.function.Function;

/** Whether a condition holds of given values, without Drools: for reasoning about rows, never for deciding. */
final class ConditionTruth {

    private ConditionTruth() {}

    /** A test of an absent fact does not hold; nor does its opposite. */
    static boolean holds(Condition condition, Function<FactTerm, Optional<Object>> values) {
        return switch (condition) {
            case Compared atom ->
                values.apply(atom.fact())
                        .filter(value -> compared(value, atom.comparison(), atom.constant()))
                        .isPresent();
            case OneOf atom ->
                values.apply(atom.fact())
                        .filter(value ->
                                atom.among() == atom.constants().stream().anyMatch(constant -> same(value, constant)))
                        .isPresent();
            case Stated atom -> atom.stated() == values.apply(atom.fact()).isPresent();
            case All all -> all.parts().stream().allMatch(part -> holds(part, values));
            case Any any -> any.parts().stream().anyMatch(part -> holds(part, values));
        };
    }

    private static boolean compared(Object value, Comparison comparison, Object constant) {
        return switch (comparison) {
            case EQUAL -> same(value, constant);
            case NOT_EQUAL -> !same(value, constant);
            case LESS -> Constants.compare(value, constant) < 0;
            case AT_MOST -> Constants.compare(value, constant) <= 0;
            case MORE -> Constants.compare(value, constant) > 0;
            case AT_LEAST -> Constants.compare(value, constant) >= 0;
        };
    }

    private static boolean same(Object value, Object constant) {
        return constant instanceof Number ? Constants.compare(value, constant) == 0 : value.equals(constant);
    }
}
