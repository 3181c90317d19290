package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journal}: a customer's postings for other accounting programs. Works beside a running service, and without one. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = {
            "Write a customer's journal in the plain-text accounting format of hledger and Ledger.",
            "Works beside a running service, and without one. Check it with: hledger check --strict -f FILE"
        })
final class JournalCommand implements Callable<Integer> {

    @Option(names = "--customer", paramLabel = "C", required = true, description = "Whose journal to write.")
    private String customer = "";

    @Option(names = "--from", paramLabel = "YYYY-MM", description = "First month; from the beginning if left out.")
    private Optional<YearMonth> from = Optional.empty();

    @Option(names = "--to", paramLabel = "YYYY-MM", description = "Last month; to the end if left out.")
    private Optional<YearMonth> to = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; standard output if left out.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        if (!CustomerId.SHAPE.matcher(customer).matches()) {
            throw new ParameterException(
                    command.commandLine(), "expected --customer to be lower-case letters, digits and hyphens");
        }
        return installation.on(command, database -> write(command, database));
    }

    private void write(CommandSpec command, InstallationDatabase database) {
        try (OfflineOutput output = OfflineOutput.of(out, command.commandLine().getOut())) {
            database.journal().write(new CustomerId(customer), from, to, output.writer());
            output.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
