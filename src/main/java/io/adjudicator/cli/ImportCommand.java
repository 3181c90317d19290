package io.adjudicator.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code import}: turns other systems' records into claims and evidence, as lines that a batch or {@code adjudicate} reads. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Turn records of another system into claims and evidence (NDJSON on standard output, in event time).",
        subcommands = {ImportServiceNowCommand.class, ImportIntercomCommand.class, ImportAgentMeasureCommand.class})
final class ImportCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(commandLine(), "expected servicenow, intercom or agentmeasure after import");
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
