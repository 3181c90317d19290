package io.adjudicator.report;

import java.io.Closeable;
import java.io.IOException;

/** Takes the lines of a report in order, and writes them in one form or keeps what a page shows. Closing writes the end and flushes, but leaves the stream open. */
public sealed interface ReportSink extends Closeable permits CsvReport, JsonReport, UsageDigest {

    void line(ReportLine line) throws IOException;

    /** Counts and amounts of the lines so far. */
    Totals totals();
}
