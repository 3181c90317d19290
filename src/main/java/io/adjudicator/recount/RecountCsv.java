package io.adjudicator.recount;

import static io.adjudicator.kernel.SpreadsheetText.inert;

import io.adjudicator.recount.Recounted.Result;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A recount's lines as CSV (RFC 4180) with a header row. Text that a spreadsheet would take for a formula gets an apostrophe in front:
 * vendors' systems choose these texts.
 */
public final class RecountCsv {

    static final List<String> COLUMNS = List.of(
            "result",
            "source",
            "id",
            "occurred_at",
            "billed",
            "due",
            "over",
            "under",
            "unit",
            "clause",
            "reason",
            "missing",
            "because");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .get();

    private RecountCsv() {}

    public static void write(RecountReport report, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        for (Recounted line : report.lines()) {
            line(line, printer);
        }
        printer.flush();
    }

    /** What is not known is empty, not zero. */
    private static void line(Recounted line, CSVPrinter printer) throws IOException {
        boolean settled = line.result() != Result.NOT_SETTLED;
        printer.printRecord(
                line.result().wireName(),
                inert(line.claim().source()),
                inert(line.claim().id()),
                line.occurredAt().map(Instant::toString).orElse(""),
                line.billed().plain(),
                settled ? line.due().plain() : "",
                settled ? line.over().plain() : "",
                settled ? line.under().plain() : "",
                line.billed().unit(),
                inert(line.ground().clause()),
                line.ground().reason(),
                String.join(", ", line.ground().missing()),
                inert(String.join(" ", line.ground().because())));
    }
}
