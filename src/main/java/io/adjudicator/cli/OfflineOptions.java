package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.rules.RuleSets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that decide offline: where the contracts are, where the result goes, and how a failure is said. */
final class OfflineOptions {

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            defaultValue = "${sys:adjudicator.home:-.}/customer-overrides",
            description = "Folder of all customers' folders (default: ${DEFAULT-VALUE}).")
    private Path contracts = Path.of("customer-overrides");

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes; standard output if left out.")
    private Optional<Path> file = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    Path contracts() {
        return contracts;
    }

    /** Where the result goes; absent: standard output. */
    Optional<Path> file() {
        return file;
    }

    OfflineOutput output() throws IOException {
        return OfflineOutput.of(file, out());
    }

    PrintWriter out() {
        return commandLine().getOut();
    }

    PrintWriter err() {
        return commandLine().getErr();
    }

    CommandLine commandLine() {
        return Objects.requireNonNull(command, "picocli sets it").commandLine();
    }

    int attempt(FailureReport.Work work) {
        return FailureReport.around(err(), work);
    }

    /** The customer's contract, which is checked first, and that is said because it takes seconds. */
    Timeline<ContractVersion> checked(CustomerId whose, RuleSets ruleSets) {
        err().println("Checking the contract of " + whose + " …");
        return OfflineContracts.checked(contracts.resolve(whose.value()), ruleSets);
    }
}
