package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.Tree;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.RuleSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that can be said of a version besides its faults. */
public final class ContractLint {

    private final RuleSets ruleSets;

    public ContractLint(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** For a version whose rules compile within bounds, and its agreed cases. */
    public Remarks remarks(DraftVersion draft, List<Shown> shown) {
        List<Fault> warnings = new ArrayList<>();
        List<Fault> notes = new ArrayList<>();
        draft.version().outcomes().values().stream()
                .sorted(Comparator.comparing(OutcomeTerms::type))
                .forEach(terms -> {
                    TableLint tables = new TableLint(draft, ruleSets.of(terms.rules()), shownOf(terms, shown));
                    RowsOfOutcome.tables(outcome(draft, terms)).forEach(tables::check);
                    warnings.addAll(tables.warnings());
                    notes.addAll(tables.notes());
                    UnitLint.remark(draft, terms.type())
                            .ifPresent(fault -> (UnitLint.isOffered(draft) ? notes : warnings).add(fault));
                    warnings.addAll(ValueLint.warnings(draft, terms.type()));
                });
        return new Remarks(warnings, notes, leavesOpen(draft));
    }

    /** The decisions that a version does not take, in the guide's order. */
    public static List<OpenDecision> leavesOpen(DraftVersion draft) {
        return OpenDecisions.of(draft);
    }

    /** The terms of an outcome type as they are written. */
    static Tree outcome(DraftVersion draft, OutcomeTerms terms) {
        return draft.tree().child("outcomes").child(terms.type().value());
    }

    private static List<Shown> shownOf(OutcomeTerms terms, List<Shown> shown) {
        return shown.stream()
                .filter(agreed -> agreed.type().equals(terms.type()))
                .toList();
    }
}
