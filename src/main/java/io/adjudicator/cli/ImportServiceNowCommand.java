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

/** {@code import servicenow}: the incident log of a ServiceNow instance, one row for each change of an incident. */
@Command(
        name = "servicenow",
        mixinStandardHelpOptions = true,
        description = {
            "Turn a ServiceNow incident log (CSV, also gzipped) into claims and evidence.",
            "Each entry into Resolved is a claim; reopening it is evidence. Times without zone are read as UTC.",
            "Exits with 1 if a row could not be read: its incident is left out, the others are imported."
        })
final class ImportServiceNowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The log; - for standard input.")
    private String file = "-";

    @Option(
            names = "--customer",
            paramLabel = "C",
            defaultValue = "incident-desk",
            description = "Whose claims these are (default: ${DEFAULT-VALUE}).")
    private String customer = "incident-desk";

    @Option(
            names = "--source",
            paramLabel = "S",
            defaultValue = "servicenow",
            description = "The source that the records name (default: ${DEFAULT-VALUE}).")
    private String source = "servicenow";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = commandLine().getErr();
        try (InputStream in = OfflineInput.open(file);
                EventTimeScratch scratch = new EventTimeScratch()) {
            PrintWriter out = commandLine().getOut();
            ImportLog log = new ImportLog(scratch, new ImportWire(new CustomerId(customer), source), err);
            log.convert(new ImportRows(in), out);
            err.println(log.summary());
            return log.faults() == 0 && !out.checkError() ? 0 : 1;
        } catch (IOException | IllegalArgumentException e) {
            err.println(OfflineInput.reason(e));
            return 1;
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
