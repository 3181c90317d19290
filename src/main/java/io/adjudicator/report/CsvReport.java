package io.adjudicator.report;

import static io.adjudicator.kernel.SpreadsheetText.inert;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report as CSV (RFC 4180) with a header row. Text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP's
 * page on CSV injection advises: customers' systems choose these texts.
 */
public final class CsvReport implements ReportSink {

    static final List<String> COLUMNS = List.of(
            "entry",
            "outcome_id",
            "outcome_type",
            "source",
            "id",
            "session",
            "account",
            "timestamp",
            "channel",
            "workflow_type",
            "success_criteria_met",
            "human_handoff",
            "window_status",
            "window_closes_at",
            "verification_method",
            "billable_status",
            "non_billable_reason",
            "tier",
            "amount_charged",
            "unit",
            "source_link");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .get();

    private final CSVPrinter printer;
    private final Totals totals = new Totals();

    public CsvReport(Appendable out) throws IOException {
        this.printer = new CSVPrinter(out, FORMAT);
    }

    @Override
    public void line(ReportLine line) throws IOException {
        totals.add(line);
        printer.printRecord(
                line.entry().name().toLowerCase(Locale.ROOT),
                line.outcomeId(),
                line.outcomeType(),
                inert(line.source()),
                inert(line.id()),
                inert(line.session()),
                inert(line.account()),
                line.timestamp(),
                inert(line.channel()),
                inert(line.workflowType()),
                line.criteria(),
                line.handoff(),
                line.windowStatus(),
                line.windowClosesAt(),
                line.verification(),
                line.status(),
                line.reason(),
                line.tier(),
                line.amount().plain(),
                line.amount().unit(),
                inert(line.sourceLink()));
    }

    @Override
    public Totals totals() {
        return totals;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
