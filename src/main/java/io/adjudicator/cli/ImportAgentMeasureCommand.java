package io.adjudicator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ImportOptions options = new ImportOptions("effect-desk", "agentmeasure");

    @Override
    public Integer call() {
        return options.print(ExportFormat.agentmeasure);
    }
}
