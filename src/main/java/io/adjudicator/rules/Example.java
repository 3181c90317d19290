package io.adjudicator.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A case that shows something of a table.
 *
 * @param stated value of each fact that the table or the rows around it read, but for observations that were not made
 * @param absent those of these facts that the claim leaves out
 */
public record Example(Map<String, Object> stated, List<String> absent) {

    static Example at(Box box, List<FactCells> facts) {
        Map<String, Object> stated = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        int[] corner = box.corner();
        for (int i = 0; i < corner.length; i++) {
            FactTerm fact = facts.get(i).fact();
            Optional<Object> value = facts.get(i).value(corner[i]);
            value.filter(seen -> !seen.equals(fact.valueBeforeAnythingIsSeen()))
                    .ifPresent(seen -> stated.put(fact.name(), seen));
            if (value.isEmpty()) {
                absent.add(fact.name());
            }
        }
        return new Example(stated, absent);
    }

    /** The case as rules see it, once its result is confirmed. */
    public Facts on(Vocabulary vocabulary) {
        Facts facts = vocabulary.facts();
        vocabulary.term("verification").ifPresent(term -> facts.set(term.name(), "confirmed"));
        stated.forEach(facts::set);
        absent.forEach(facts::forget);
        return facts;
    }

    /** All cases with the same values of these facts. */
    Box alike(List<String> names, List<FactCells> facts) {
        List<BitSet> sides = new ArrayList<>();
        for (FactCells cells : facts) {
            BitSet side = cells.stated();
            side.set(cells.absent());
            if (names.contains(cells.fact().name())) {
                side.and(cells.only(stated.get(cells.fact().name())));
            }
            sides.add(side);
        }
        return new Box(sides);
    }

    /** As a claim of cases.yaml: {@code {actions: 2, topic: "refund"}}, and what it leaves out. */
    @Override
    public String toString() {
        String claim = stated.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + written(fact.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return absent.isEmpty() ? claim : claim + " without " + String.join(", ", absent);
    }

    private static String written(Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case BigDecimal exact -> exact.toPlainString();
            default -> value.toString();
        };
    }
}
