package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import intercom}: a vendor's export of conversations. */
@Command(
        name = "intercom",
        mixinStandardHelpOptions = true,
        description = {
            "Turn a vendor's export of conversations (CSV) into claims: one of each conversation, billed or not.",
            "An empty cell is unknown, and stays so. recount --from intercom reads what was billed from the same file.",
            "Exits with 1 if a row could not be read; the others are imported."
        })
final class ImportIntercomCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The export; - for standard input.")
    private String file = "-";

    @Option(
            names = "--customer",
            paramLabel = "C",
            defaultValue = "conversation-desk",
            description = "Whose claims these are (default: ${DEFAULT-VALUE}).")
    private String customer = "conversation-desk";

    @Option(
            names = "--source",
            paramLabel = "S",
            defaultValue = "intercom",
            description = "The source that the records name (default: ${DEFAULT-VALUE}).")
    private String source = "intercom";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = commandLine().getErr();
        try (InputStream in = OfflineInput.open(file)) {
            return ExportFormat.intercom
                    .read(in, new CustomerId(customer), source)
                    .print(commandLine().getOut(), err);
        } catch (IOException | IllegalArgumentException e) {
            err.println(OfflineInput.reason(e));
            return 1;
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
