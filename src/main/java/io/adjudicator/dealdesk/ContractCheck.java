package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.dealdesk.CheckReport.LeftOpen;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks customers' folders whole: what is written, whether it compiles within bounds, every agreed case, and
 * what else is to be said of it. */
public final class ContractCheck {

    private final RuleSets ruleSets;

    public ContractCheck(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** One report for each folder, in the order given. */
    public List<CheckReport> check(List<Path> customerDirs) {
        List<ContractFolder> folders =
                customerDirs.stream().map(ContractFolder::read).toList();
        Compilable compilable = Compilable.of(
                folders.stream().flatMap(folder -> folder.drafts().stream()).toList());
        return folders.stream().map(folder -> report(folder, compilable)).toList();
    }

    private CheckReport report(ContractFolder folder, Compilable compilable) {
        AgreedCases agreed = AgreedCases.of(folder, ruleSets);
        List<Fault> faults = new ArrayList<>(folder.faults());
        List<Fault> warnings = new ArrayList<>(folder.warnings());
        List<Fault> notes = new ArrayList<>();
        List<LeftOpen> leftOpen = new ArrayList<>();
        faults.addAll(agreed.faults());
        int cases = 0;
        for (DraftVersion draft : folder.drafts()) {
            VersionCheck checked = VersionCheck.of(draft, compilable, agreed, ruleSets);
            cases += checked.cases();
            faults.addAll(checked.faults());
            checked.remarks().ifPresent(remarks -> {
                warnings.addAll(remarks.warnings());
                notes.addAll(remarks.notes());
                leftOpen.add(new LeftOpen(draft.version().version(), remarks.leavesOpen()));
            });
        }
        if (faults.isEmpty()) {
            AgreedStatements statements = AgreedStatements.of(folder, ruleSets);
            faults.addAll(statements.faults());
            cases += statements.count();
        }
        return new CheckReport(folder.name(), folder.versions().size(), cases, faults, warnings, notes, leftOpen);
    }
}
