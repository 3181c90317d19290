package io.adjudicator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads the log's rows one by one; each comes as a row, or as a fault that names its line. */
final class ImportRows {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();

    /** What a line of the log came to. */
    sealed interface Line {
        long number();
    }

    record Read(long number, ImportRow row) implements Line {}

    /** @param incident whose history has a gap now, if the row still tells */
    record Faulty(long number, String reason, Optional<String> incident) implements Line {}

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private boolean broken;

    ImportRows(InputStream in) throws IOException {
        // Bytes that are not UTF-8 become U+FFFD, which their row is refused for; a strict decoder would give up on the
        // whole file.
        parser = CSVParser.builder()
                .setReader(OfflineText.withoutMark(new InputStreamReader(in, StandardCharsets.UTF_8)))
                .setFormat(FORMAT)
                .get();
        records = parser.iterator();
        List<String> missing = ImportRow.COLUMNS.stream()
                .filter(column -> !parser.getHeaderNames().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new IOException(
                    "expected a ServiceNow incident log, but its first line lacks the columns " + missing);
        }
    }

    /** Empty at the end. */
    Optional<Line> next() {
        try {
            return broken || !records.hasNext() ? Optional.empty() : Optional.of(line(records.next()));
        } catch (UncheckedIOException | IllegalStateException e) {
            broken = true; // where a quote is not closed, nothing tells where the next row begins
            return Optional.of(new Faulty(
                    parser.getCurrentLineNumber(),
                    "nothing can be read from here on: " + e.getMessage(),
                    Optional.empty()));
        }
    }

    private Line line(CSVRecord csv) {
        long number = parser.getCurrentLineNumber();
        try {
            if (!csv.isConsistent()) {
                throw new IllegalArgumentException(
                        "expected " + parser.getHeaderNames().size() + " cells, but got " + csv.size());
            }
            return new Read(number, ImportRow.of(csv::get));
        } catch (IllegalArgumentException e) {
            return new Faulty(number, String.valueOf(e.getMessage()), incident(csv));
        }
    }

    private static Optional<String> incident(CSVRecord csv) {
        return csv.isSet("number")
                ? Optional.of(csv.get("number").strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
