package io.adjudicator.cli;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.dealdesk.PlainTerms;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.RuleSets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contract explain}: what was agreed, for people who read no YAML. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Say in plain words what a contract charges for, when, and how much.")
final class ContractExplainCommand implements Callable<Integer> {

    @Mixin
    private ContractFolderOption folders = new ContractFolderOption();

    @Parameters(paramLabel = "CUSTOMER|PATH", description = "Whose contract to explain.")
    private String customer = "";

    @Option(names = "--version", paramLabel = "N", description = "Contract version; the latest if left out.")
    private Optional<Integer> version = Optional.empty();

    @Override
    public Integer call() {
        try {
            DraftVersion draft = folders.version(customer, version);
            folders.out().print(PlainTerms.of(draft, new RuleSets()));
            folders.out().flush();
            return 0;
        } catch (Refused refused) {
            return folders.refuse(refused);
        }
    }
}
