package io.adjudicator.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row with its conditions read; all must hold. */
record ReadRow(String id, Map<FactTerm, Condition> tests, boolean silentIfAbsent) {

    static List<ReadRow> all(Vocabulary vocabulary, List<RowTable.Row> rows) {
        return rows.stream().map(row -> read(vocabulary, row)).toList();
    }

    private static ReadRow read(Vocabulary vocabulary, RowTable.Row row) {
        Map<FactTerm, Condition> tests = new LinkedHashMap<>();
        row.when().forEach((name, test) -> {
            FactTerm fact = vocabulary.terms().get(vocabulary.index(name));
            tests.put(fact, UnaryTests.read(fact, test));
        });
        return new ReadRow(row.id(), tests, row.silentIfAbsent());
    }

    boolean holds(Facts at) {
        return tests.values().stream().allMatch(test -> ConditionTruth.holds(test, fact -> at.get(fact.name())));
    }

    Box holds(List<FactCells> facts) {
        return box(facts, false);
    }

    /** Where it holds, and where for want of a fact nobody can say that it does not. */
    Box holdsOrOpen(List<FactCells> facts) {
        return box(facts, !silentIfAbsent);
    }

    /** For a criterion: where it holds, and where it is silent. */
    Box doesNotFail(List<FactCells> facts) {
        return box(facts, silentIfAbsent);
    }

    /** Facts whose absence leaves it silent. */
    List<FactTerm> mayDoWithout() {
        return silentIfAbsent
                ? tests.keySet().stream().filter(FactTerm::mayBeUnknown).toList()
                : List.of();
    }

    private Box box(List<FactCells> facts, boolean absentToo) {
        List<BitSet> sides = new ArrayList<>();
        for (FactCells cells : facts) {
            Condition test = tests.get(cells.fact());
            BitSet side = test == null ? cells.stated() : cells.where(test);
            side.set(cells.absent(), test == null || (absentToo && cells.fact().mayBeUnknown()));
            sides.add(side);
        }
        return new Box(sides);
    }
}
