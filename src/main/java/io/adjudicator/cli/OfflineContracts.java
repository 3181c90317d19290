package io.adjudicator.cli;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.dealdesk.CheckReport;
import io.adjudicator.dealdesk.ContractCheck;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A customer's contract for offline work. What would not be published does not decide here either. */
final class OfflineContracts {

    private OfflineContracts() {}

    /** Throws {@link Refused} with every fault of the folder, also those of its agreed cases. */
    static Timeline<ContractVersion> checked(Path customerDir, RuleSets ruleSets) {
        if (!Files.isDirectory(customerDir)) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_customer",
                    customerDir.toString(),
                    "expected a customer's folder, but there is none");
        }
        CheckReport check =
                new ContractCheck(ruleSets).check(List.of(customerDir)).getFirst();
        if (!check.faults().isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, check.faults());
        }
        return ContractFolder.read(customerDir).timeline();
    }
}
