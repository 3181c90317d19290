package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.Tree;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.RowsOfOutcome.Table;
import io.adjudicator.rules.Example;
import io.adjudicator.rules.RowTable;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleOrigin;
import io.adjudicator.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gaps, overlaps and rows that never apply, each with an example claim. */
final class TableLint {

    /** Pairs of rows shown for one table; what is wrong with fifty pairs is seen in the first five. */
    private static final int MOST_PAIRS = 5;

    private final DraftVersion draft;
    private final RuleSet rules;
    private final List<Shown> shown;
    private final List<Fault> warnings = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();

    TableLint(DraftVersion draft, RuleSet rules, List<Shown> shown) {
        this.draft = draft;
        this.rules = rules;
        this.shown = shown;
    }

    List<Fault> warnings() {
        return warnings;
    }

    List<Fault> notes() {
        return notes;
    }

    void check(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        RowTable search = RowTable.of(
                rules,
                RowsOfOutcome.read(table.rows()),
                RowsOfOutcome.read(table.outcome().rows("criteria")),
                RowsOfOutcome.read(table.outcome().rows("exclusions")));
        List<Integer> living = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            Optional<Fault> dead = unreachable(table, search, row);
            dead.ifPresentOrElse(warnings::add, adding(living, row));
        }
        overlaps(table, search, living);
        gap(table, search);
        if (search.gaveUp()) {
            note(
                    "table_too_large",
                    table.pointer(),
                    "the rows were not checked whole, because their conditions cut"
                            + " too many cases apart; there may be gaps and overlaps that are not shown");
        }
    }

    private static Runnable adding(List<Integer> rows, int row) {
        return () -> rows.add(row);
    }

    private Optional<Fault> unreachable(Table table, RowTable search, int row) {
        if (search.decidedBy(row).isPresent() || search.gaveUp()) {
            return Optional.empty();
        }
        String why = search.reaching(row)
                .map(example -> "every claim that it decides is not billable, such as " + example + " by "
                        + String.join(", ", search.refusing(example)))
                .or(() -> search.holding(row)
                        .map(example -> "every claim that it fits is taken by a row before it, such as " + example
                                + " by " + search.taker(example).orElseThrow()))
                .orElse("no claim can have all the facts that it wants");
        Tree tree = table.rows().get(row);
        return Optional.of(draft.fault(
                "row_unreachable",
                tree.pointer(),
                id(tree) + " never applies: " + why + "; correct, move or remove it"));
    }

    private void overlaps(Table table, RowTable search, List<Integer> living) {
        int pairs = 0;
        for (int later : living) {
            for (int row : living.subList(0, living.indexOf(later))) {
                boolean differ = !answer(table, row).equals(answer(table, later));
                Optional<Example> both = differ ? search.overlap(row, later) : Optional.empty();
                if (both.isPresent() && ++pairs <= MOST_PAIRS) {
                    overlap(table, search, row, later, both.get());
                }
            }
        }
        if (pairs > MOST_PAIRS) {
            note("rows_overlap", table.pointer(), "and " + (pairs - MOST_PAIRS) + " more pairs of rows overlap");
        }
    }

    private void overlap(Table table, RowTable search, int row, int later, Example both) {
        Optional<Shown> agreed = shown.stream()
                .filter(example -> search.overlapsAt(row, later, example.facts()))
                .findFirst();
        String said = id(table.rows().get(row)) + " (" + answer(table, row) + ") and "
                + id(table.rows().get(later)) + " (" + answer(table, later) + ") both fit " + both + "; "
                + id(table.rows().get(row)) + " comes first and decides";
        String at = table.rows().get(later).pointer();
        agreed.ifPresentOrElse(
                example -> note("rows_overlap", at, said + ", as the agreed case \"" + example.name() + "\" shows"),
                () -> warnings.add(draft.fault(
                        "rows_overlap",
                        at,
                        said + ", and no agreed case shows that this is meant; add one, or let the rows exclude each"
                                + " other")));
    }

    /** Tiers of rule files come after the rows and may fill the gap; their conditions are not searched. */
    private void gap(Table table, RowTable search) {
        boolean filesFollow = rules.source().rules().stream()
                .anyMatch(rule -> rule.kind() == RuleKind.TIER && rule.origin() == RuleOrigin.OVERRIDE_FILE);
        if (filesFollow && table.pointer().endsWith("/tiers")) {
            note(
                    "table_too_large",
                    table.pointer(),
                    "gaps were not looked for, because a rule file names tiers as well");
            return;
        }
        search.gap()
                .ifPresent(example ->
                        note("rows_leave_gap", table.pointer(), "no row fits " + example + "; " + table.otherwise()));
    }

    private void note(String code, String pointer, String message) {
        notes.add(draft.fault(code, pointer, message));
    }

    private static String answer(Table table, int row) {
        return table.answer().apply(table.rows().get(row));
    }

    private static String id(Tree row) {
        return row.text("id").orElse("");
    }
}
