package io.adjudicator.rules;

import io.adjudicator.rules.Condition.All;
import io.adjudicator.rules.Condition.Any;
import io.adjudicator.rules.Condition.Compared;
import io.adjudicator.rules.Condition.OneOf;
import io.adjudicator.rules.Condition.Stated;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that one fact can have, parted into cells so that no test of a table tells two values of a cell apart. One
 * value stands for each cell; after the last comes a cell of its own for the absent fact.
 */
final class FactCells {

    private final FactTerm fact;
    private final List<Object> values;

    private FactCells(FactTerm fact, List<Object> values) {
        this.fact = fact;
        this.values = List.copyOf(values);
    }

    static FactCells of(FactTerm fact, List<Condition> tests) {
        Set<Object> constants =
                tests.stream().flatMap(FactCells::constants).collect(Collectors.toCollection(LinkedHashSet::new));
        return new FactCells(
                fact,
                switch (fact.type()) {
                    case BOOLEAN -> List.of(false, true);
                    case TEXT -> texts(fact, constants);
                    case INTEGER ->
                        numbers(fact, constants).stream()
                                .<Object>map(BigDecimal::longValueExact)
                                .toList();
                    case DECIMAL -> List.copyOf(numbers(fact, constants));
                });
    }

    FactTerm fact() {
        return fact;
    }

    /** The cell of the absent fact, one more than there are cells of values. */
    int absent() {
        return values.size();
    }

    Optional<Object> value(int cell) {
        return cell == absent() ? Optional.empty() : Optional.of(values.get(cell));
    }

    /** Whether each cell is one value alone, so that what a rule says of the value it says of the cell. */
    boolean areSingle() {
        return fact.type() == FactType.BOOLEAN || !words(fact).isEmpty();
    }

    BitSet stated() {
        BitSet cells = new BitSet();
        cells.set(0, absent());
        return cells;
    }

    BitSet where(Condition test) {
        BitSet cells = new BitSet();
        for (int cell = 0; cell < absent(); cell++) {
            Object value = values.get(cell);
            cells.set(cell, ConditionTruth.holds(test, _ -> Optional.of(value)));
        }
        return cells;
    }

    /** The cell of one of the values; with none, of the fact before anything is seen. */
    BitSet only(@Nullable Object value) {
        Object told = value == null ? fact.valueBeforeAnythingIsSeen() : value;
        BitSet cell = new BitSet();
        cell.set(told == null ? absent() : values.indexOf(told));
        return cell;
    }

    private static Stream<Object> constants(Condition condition) {
        return switch (condition) {
            case Compared atom -> Stream.of(atom.constant());
            case OneOf atom -> atom.constants().stream();
            case Stated _ -> Stream.of();
            case All all -> all.parts().stream().flatMap(FactCells::constants);
            case Any any -> any.parts().stream().flatMap(FactCells::constants);
        };
    }

    private static List<BigDecimal> numbers(FactTerm fact, Set<Object> constants) {
        TreeSet<BigDecimal> ends = constants.stream()
                .map(constant -> new BigDecimal(constant.toString()))
                .collect(Collectors.toCollection(TreeSet::new));
        return NumberLine.of(fact, ends).cells(ends);
    }

    /** Every text that a test names, and one that none names; of a closed list of words, these. */
    private static List<Object> texts(FactTerm fact, Set<Object> constants) {
        List<String> words = words(fact);
        if (!words.isEmpty()) {
            return List.copyOf(words);
        }
        Object another = Stream.iterate("other", text -> "an" + text)
                .filter(text -> !constants.contains(text))
                .findFirst()
                .orElseThrow();
        return Stream.concat(constants.stream(), Stream.of(another)).toList();
    }

    /** The vocabulary lists in a text's unit which words it may be, or says in one word what it is. */
    private static List<String> words(FactTerm fact) {
        return fact.type() == FactType.TEXT && fact.unit().contains(", ")
                ? Arrays.stream(fact.unit().split(", ", -1)).toList()
                : List.of();
    }
}
