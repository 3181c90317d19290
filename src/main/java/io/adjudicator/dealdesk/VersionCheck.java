package io.adjudicator.dealdesk;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.ContractLint;
import io.adjudicator.lint.Remarks;
import io.adjudicator.rules.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a version that is written without fault: whether it compiles, decides the agreed cases as agreed,
 * and what else is to be said of it.
 *
 * @param cases how many agreed cases were decided
 * @param remarks absent if its rules cannot be used
 */
record VersionCheck(int cases, List<Fault> faults, Optional<Remarks> remarks) {

    VersionCheck {
        faults = List.copyOf(faults);
    }

    static VersionCheck of(DraftVersion draft, Compilable compilable, AgreedCases agreed, RuleSets ruleSets) {
        List<Fault> uncompiled = compilable.faults(draft);
        if (!uncompiled.isEmpty()) {
            return new VersionCheck(0, uncompiled, Optional.empty());
        }
        AgreedCases.Report report = agreed.attempt(draft);
        Remarks remarks = new ContractLint(ruleSets).remarks(draft, report.shown());
        List<Fault> warnings = new ArrayList<>(report.warnings());
        warnings.addAll(remarks.warnings());
        return new VersionCheck(
                report.cases(),
                report.faults(),
                Optional.of(new Remarks(warnings, remarks.notes(), remarks.leavesOpen())));
    }
}
