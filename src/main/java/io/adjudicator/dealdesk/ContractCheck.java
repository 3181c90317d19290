package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks customers' folders whole: what is written, whether it compiles within bounds, and every agreed case. */
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
        AgreedCases cases = AgreedCases.of(folder, ruleSets);
        List<Fault> faults = new ArrayList<>(folder.faults());
        List<Fault> warnings = new ArrayList<>(folder.warnings());
        faults.addAll(cases.faults());
        int tried = 0;
        for (DraftVersion draft : folder.drafts()) {
            List<Fault> uncompiled = compilable.faults(draft);
            faults.addAll(uncompiled);
            if (uncompiled.isEmpty()) {
                AgreedCases.Report report = cases.attempt(draft);
                faults.addAll(report.faults());
                warnings.addAll(report.warnings());
                tried += report.cases();
            }
        }
        return new CheckReport(folder.name(), folder.versions().size(), tried, faults, warnings);
    }
}
