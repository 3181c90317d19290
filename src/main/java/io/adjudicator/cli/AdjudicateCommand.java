package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.report.CsvReport;
import io.adjudicator.report.JsonReport;
import io.adjudicator.report.ReportSink;
import io.adjudicator.report.UsageReport;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code adjudicate}: the whole job offline, by the deciding code of the service. */
@Command(
        name = "adjudicate",
        mixinStandardHelpOptions = true,
        description = {
            "Adjudicate a customer's claims and evidence offline, without server, database or engine, and write the usage report.",
            "The file is replayed in event time, whatever its order; every window runs to its end.",
            "Exits with 1 if a line was rejected; the others are in the report all the same."
        })
final class AdjudicateCommand implements Callable<Integer> {

    /** As they are typed. */
    enum Format {
        csv,
        json
    }

    @Parameters(paramLabel = "FILE", description = "Claims and evidence as NDJSON, also gzipped; - for standard input.")
    private String file = "-";

    @Option(names = "--customer", paramLabel = "C", required = true, description = "Whose records to adjudicate.")
    private String customer = "";

    @Option(
            names = "--format",
            defaultValue = "csv",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.csv;

    @Option(
            names = "--period",
            paramLabel = "YYYY-MM",
            description = "Only what is booked in this billing month; everything if left out.")
    private Optional<YearMonth> period = Optional.empty();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            description = "Also saves a report of each billing month here as CSV.")
    private Optional<Path> months = Optional.empty();

    @Mixin
    private OfflineOptions offline = new OfflineOptions();

    @Override
    public Integer call() {
        return offline.attempt(this::adjudicate);
    }

    private int adjudicate() throws IOException {
        CustomerId whose = new CustomerId(customer);
        RuleSets ruleSets = new RuleSets();
        return adjudicate(whose, offline.checked(whose, ruleSets), ruleSets, new OfflineTally(offline.err()));
    }

    private int adjudicate(CustomerId whose, Timeline<ContractVersion> checked, RuleSets ruleSets, OfflineTally tally)
            throws IOException {
        RecordReader reader = RecordReader.of(Vocabulary.ofThisRelease(), InstantSource.system());
        OfflineLines lines = new OfflineLines(reader, whose, tally);
        OfflineSessions sessions = new OfflineSessions(checked, ruleSets, lines, period, tally);
        try (InputStream in = OfflineInput.open(file);
                EventTimeScratch scratch = new EventTimeScratch();
                OfflineOutput output = offline.output()) {
            ReportSink report = report(whose, output.writer());
            try (OfflineReports reports = new OfflineReports(report, whose, months)) {
                new OfflineAdjudication(lines, new OfflineAdmission(checked), sessions, tally, scratch)
                        .run(in, reports);
                reports.complete();
            }
            output.complete();
            tally.summary(report.totals());
        }
        return tally.allWell() ? 0 : 1;
    }

    private ReportSink report(CustomerId whose, Writer writer) throws IOException {
        return switch (format) {
            case csv -> new CsvReport(writer);
            case json -> new JsonReport(new UsageReport(whose, period), writer);
        };
    }
}
