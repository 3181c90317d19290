package io.adjudicator.rules;

import io.adjudicator.rules.Box.Search;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows of conditions of which the first that holds counts, such as tiers or a price table: which cases none of them takes,
 * which two of them would take, and which row never gets its turn. Every answer is an example that the rules decide as said.
 *
 * <p>Exact over the rows. Base rules and rule files have a say only where all facts that they read are truths or closed lists
 * of words. Not for use by several threads.
 */
public final class RowTable {

    /**
     * A row as the contract has it.
     *
     * @param when fact to unary tests
     * @param silentIfAbsent whether an absent fact leaves the row silent instead of making the outcome unprovable
     */
    public record Row(String id, Map<String, String> when, boolean silentIfAbsent) {}

    private final RuleSet rules;
    private final List<FactCells> facts;
    private final List<ReadRow> rows;
    private final List<ReadRow> criteria;
    private final List<ReadRow> exclusions;
    private final List<Box> refused = new ArrayList<>();
    private final Search search = new Search();

    private RowTable(
            RuleSet rules,
            List<FactCells> facts,
            List<ReadRow> rows,
            List<ReadRow> criteria,
            List<ReadRow> exclusions) {
        this.rules = rules;
        this.facts = facts;
        this.rows = rows;
        this.criteria = criteria;
        this.exclusions = exclusions;
    }

    /** A table among the rules of its outcome type. Criteria and exclusions say which of its cases can be billed at all. */
    public static RowTable of(RuleSet rules, List<Row> rows, List<Row> criteria, List<Row> exclusions) {
        Vocabulary vocabulary = rules.source().vocabulary();
        List<ReadRow> read = ReadRow.all(vocabulary, rows);
        List<ReadRow> must = ReadRow.all(vocabulary, criteria);
        List<ReadRow> mustNot = ReadRow.all(vocabulary, exclusions);
        Map<FactTerm, List<Condition>> tests = new LinkedHashMap<>();
        Stream.of(read, must, mustNot)
                .flatMap(List::stream)
                .forEach(row -> row.tests()
                        .forEach((fact, test) -> tests.computeIfAbsent(fact, _ -> new ArrayList<>())
                                .add(test)));
        List<FactCells> facts = tests.entrySet().stream()
                .map(fact -> FactCells.of(fact.getKey(), fact.getValue()))
                .toList();
        return new RowTable(rules, facts, read, must, mustNot);
    }

    /** A case that could be billed and that no row takes. */
    public Optional<Example> gap() {
        return billable(everything(), earlierThan(rows.size()));
    }

    /** A case that could be billed and that this row decides, as the first that holds. */
    public Optional<Example> decidedBy(int row) {
        return billable(rows.get(row).holds(facts), earlierThan(row));
    }

    /** A case for which this row is the first that holds, whatever else is said of it. */
    public Optional<Example> reaching(int row) {
        return find(rows.get(row).holds(facts), earlierThan(row));
    }

    /** A case for which this row holds, first or not. */
    public Optional<Example> holding(int row) {
        return find(rows.get(row).holds(facts), List.of());
    }

    /** A case that could be billed, that this row decides, and that the later one would take as well. */
    public Optional<Example> overlap(int row, int later) {
        return billable(rows.get(row).holds(facts).and(rows.get(later).holds(facts)), earlierThan(row));
    }

    /** Whether this row decides the case and the later one would take it as well. */
    public boolean overlapsAt(int row, int later, Facts at) {
        return rows.get(row).holds(at)
                && rows.get(later).holds(at)
                && rows.subList(0, row).stream().noneMatch(earlier -> earlier.holds(at));
    }

    /** The first row that holds for the example. */
    public Optional<String> taker(Example example) {
        Facts at = example.on(rules.source().vocabulary());
        return rows.stream().filter(row -> row.holds(at)).map(ReadRow::id).findFirst();
    }

    /** Rules for which the example is not billable, as far as the example states all that they read. */
    public List<String> refusing(Example example) {
        return refusals(example)
                .filter(rule -> facts.stream()
                        .map(cells -> cells.fact().name())
                        .toList()
                        .containsAll(rule.facts()))
                .map(Rule::id)
                .toList();
    }

    /** Whether a search ended at its limit, so that what was not found may exist. */
    public boolean gaveUp() {
        return search.gaveUp();
    }

    private Box everything() {
        return withAbsent(facts.stream().map(FactCells::fact).toList());
    }

    private List<Box> earlierThan(int row) {
        return rows.subList(0, row).stream()
                .map(earlier -> earlier.holdsOrOpen(facts))
                .toList();
    }

    private Optional<Example> billable(Box within, List<Box> taken) {
        Box possible = within;
        for (ReadRow criterion : criteria) {
            possible = possible.and(criterion.doesNotFail(facts));
        }
        List<Box> outside = new ArrayList<>(taken);
        exclusions.forEach(exclusion -> outside.add(exclusion.holdsOrOpen(facts)));
        outside.addAll(refused);
        Optional<Example> found = find(possible, outside);
        for (Optional<Box> alike = found.flatMap(this::refusedWith);
                alike.isPresent();
                alike = found.flatMap(this::refusedWith)) {
            refused.add(alike.get());
            outside.add(alike.get());
            found = find(possible, outside);
        }
        return found;
    }

    /** Stated facts first: a case without a fact only shows more where a row is silent without it. */
    private Optional<Example> find(Box within, List<Box> outside) {
        List<FactTerm> dispensable = Stream.of(rows, criteria, exclusions)
                .flatMap(List::stream)
                .flatMap(row -> row.mayDoWithout().stream())
                .toList();
        return search.rest(within.and(withAbsent(List.of())), outside)
                .or(() -> search.rest(within.and(withAbsent(dispensable)), outside))
                .map(box -> Example.at(box, facts));
    }

    private Box withAbsent(List<FactTerm> absent) {
        return new Box(facts.stream()
                .map(cells -> {
                    BitSet side = cells.stated();
                    side.set(cells.absent(), absent.contains(cells.fact()));
                    return side;
                })
                .toList());
    }

    /** All cases that a rule beside the rows refuses for the same reason as this one. */
    private Optional<Box> refusedWith(Example example) {
        return refusals(example)
                .filter(rule -> rule.facts().stream().allMatch(this::isTold))
                .map(rule -> example.alike(rule.facts(), facts))
                .findFirst();
    }

    private boolean isTold(String fact) {
        return facts.stream().anyMatch(cells -> cells.fact().name().equals(fact) && cells.areSingle());
    }

    private Stream<Rule> refusals(Example example) {
        return rules.findings(example.on(rules.source().vocabulary())).stream()
                .filter(finding -> finding.kind() == FindingKind.EXCLUDED || finding.kind() == FindingKind.NOT_MET)
                .map(Finding::rule);
    }
}
