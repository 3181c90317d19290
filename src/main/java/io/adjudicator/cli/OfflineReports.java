package io.adjudicator.cli;

import io.adjudicator.cli.OfflineBookings.Booked;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.report.CsvReport;
import io.adjudicator.report.ReportSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The reports that one run writes: the one that was asked for and, where a folder is named, a CSV for each billing month. */
final class OfflineReports implements Closeable {

    private record Month(OfflineOutput output, ReportSink report) {}

    private final ReportSink whole;
    private final CustomerId customer;
    private final Optional<Path> folder;
    private final Map<YearMonth, Month> months = new TreeMap<>();

    OfflineReports(ReportSink whole, CustomerId customer, Optional<Path> folder) {
        this.whole = whole;
        this.customer = customer;
        this.folder = folder;
    }

    void line(Booked booked) throws IOException {
        whole.line(booked.line());
        if (folder.isPresent()) {
            month(folder.get(), booked.month()).report().line(booked.line());
        }
    }

    /** The whole report ends here; the months appear under their names. */
    void complete() throws IOException {
        whole.close();
        for (Month month : months.values()) {
            month.report().close();
            month.output().complete();
        }
    }

    /** Named as {@code demo} names the service's reports. */
    private Month month(Path reports, YearMonth month) throws IOException {
        Month open = months.get(month);
        if (open == null) {
            Files.createDirectories(reports);
            OfflineOutput output = OfflineOutput.of(
                    Optional.of(reports.resolve(customer + "-" + month + ".csv")),
                    new PrintWriter(Writer.nullWriter()));
            open = new Month(output, new CsvReport(output.writer()));
            months.put(month, open);
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        for (Month month : months.values()) {
            month.output().close();
        }
    }
}
