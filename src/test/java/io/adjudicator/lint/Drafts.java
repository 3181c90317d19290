package io.adjudicator.lint;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.Folders;
import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.List;

/** Reads contracts and says what is to be said of them. */
final class Drafts {

    private static final RuleSets RULE_SETS = new RuleSets();

    private Drafts() {}

    static DraftVersion draft(Path customers, String contract) {
        ContractFolder folder = ContractFolder.read(Folders.write(customers, "acme", "v1.yaml", contract));
        if (!folder.faults().isEmpty()) {
            throw new IllegalArgumentException("expected a contract without fault, but got " + folder.faults());
        }
        return folder.drafts().getFirst();
    }

    static Remarks remarks(Path customers, String contract) {
        return new ContractLint(RULE_SETS).remarks(draft(customers, contract), List.of());
    }

    /** {@code 23 rows_overlap}: line and code of each. */
    static List<String> places(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.at().replaceAll(".*:", "") + " " + fault.code())
                .toList();
    }
}
