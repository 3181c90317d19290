package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ImportOptions options = new ImportOptions("incident-desk", "servicenow");

    @Override
    public Integer call() {
        return options.read(this::convert);
    }

    private int convert(InputStream in, CustomerId customer, String source) throws IOException {
        PrintWriter out = options.out();
        try (EventTimeScratch scratch = new EventTimeScratch()) {
            ImportLog log = new ImportLog(scratch, new ImportWire(customer, source), options.err());
            log.convert(new ImportRows(in), out);
            options.err().println(log.summary());
            return log.faults() == 0 && !out.checkError() ? 0 : 1;
        }
    }
}
