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

/** {@code import agentmeasure}: an observer's effect records. */
@Command(
        name = "agentmeasure",
        mixinStandardHelpOptions = true,
        description = {
            "Turn effect records (JSON lines) into claims and evidence.",
            "Each effect is a claim, what the observer saw is evidence; a reopening is evidence on the effect that it takes back.",
            "Exits with 1 if a row could not be read; the others are imported."
        })
final class ImportAgentMeasureCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The export; - for standard input.")
    private String file = "-";

    @Option(
            names = "--customer",
            paramLabel = "C",
            defaultValue = "effect-desk",
            description = "Whose claims these are (default: ${DEFAULT-VALUE}).")
    private String customer = "effect-desk";

    @Option(
            names = "--source",
            paramLabel = "S",
            defaultValue = "agentmeasure",
            description = "The source that the records name (default: ${DEFAULT-VALUE}).")
    private String source = "agentmeasure";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = commandLine().getErr();
        try (InputStream in = OfflineInput.open(file)) {
            return ExportFormat.agentmeasure
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
