package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.FolderVersion;
import io.adjudicator.dealdesk.CaseTrials.Tried;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.Shown;
import io.adjudicator.rules.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The agreed cases of one customer's folder, tried version by version. */
final class AgreedCases {

    private final Optional<CasesFile> file;
    private final List<Integer> numbers;
    private final RuleSets ruleSets;

    private AgreedCases(Optional<CasesFile> file, List<Integer> numbers, RuleSets ruleSets) {
        this.file = file;
        this.numbers = numbers;
        this.ruleSets = ruleSets;
    }

    static AgreedCases of(ContractFolder folder, RuleSets ruleSets) {
        List<Integer> numbers =
                folder.versions().stream().map(FolderVersion::number).toList();
        return new AgreedCases(CasesFile.read(folder), numbers, ruleSets);
    }

    /** What trying the cases of one version showed. */
    record Report(int cases, List<Fault> faults, List<Fault> warnings, List<Shown> shown) {}

    /** Faults of cases.yaml itself; with any, no new version can be published. */
    List<Fault> faults() {
        return file.map(read -> {
                    List<Fault> faults = new ArrayList<>(read.faults());
                    faults.addAll(read.strays(numbers));
                    return faults;
                })
                .orElse(List.of());
    }

    Report attempt(DraftVersion draft) {
        if (file.isEmpty() || !file.get().faults().isEmpty()) {
            return none(draft, List.of());
        }
        List<Fault> faults = new ArrayList<>();
        List<AgreedCase> cases = file.get().of(draft.version(), numbers.getLast(), faults);
        if (cases.isEmpty()) {
            return none(draft, faults);
        }
        Tried tried = new CaseTrials(draft.version(), ruleSets, file.get()).run(cases);
        faults.addAll(tried.faults());
        List<Fault> gaps = tried.coverage().gaps().stream()
                .map(gap -> draft.fault("case_missing", "/outcomes", gap))
                .toList();
        return new Report(cases.size(), faults, gaps, tried.shown());
    }

    private static Report none(DraftVersion draft, List<Fault> faults) {
        Fault warning = draft.fault(
                "case_missing",
                "/version",
                "no agreed case shows what this version means; add some to " + CasesFile.NAME);
        return new Report(0, faults, List.of(warning), List.of());
    }
}
