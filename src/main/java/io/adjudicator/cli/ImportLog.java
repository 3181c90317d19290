package io.adjudicator.cli;

import io.adjudicator.cli.ImportIncident.Episode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a log of any size and order into lines in event time, in bounded memory: rows are sorted by incident and modification, and what
 * comes of an incident by event time. An incident with a row that cannot be read is left out whole, because that row could have been its
 * reopening.
 */
final class ImportLog {

    /** Bytes of rows, and again of lines, that are held at once. */
    private static final long HELD = 16 << 20;

    /** Sorts before every modification of its incident. */
    private static final long GAP = -1;

    private static final byte[] NO_ROW = {};

    private final SortedRecords rows;
    private final SortedRecords lines;
    private final ImportWire wire;
    private final PrintWriter err;
    private long faults;
    private long claims;
    private long reopenings;

    ImportLog(EventTimeScratch scratch, ImportWire wire, PrintWriter err) {
        this.rows = new SortedRecords(scratch, HELD);
        this.lines = new SortedRecords(scratch, HELD);
        this.wire = wire;
        this.err = err;
    }

    /** Reads everything, says every fault, and writes the lines. */
    void convert(ImportRows log, PrintWriter out) throws IOException {
        for (var line = log.next(); line.isPresent(); line = log.next()) {
            keep(line.get());
        }
        try (SortedMerge sorted = rows.sorted()) {
            for (var incident = sorted.nextGroup(); !incident.isEmpty(); incident = sorted.nextGroup()) {
                convert(incident);
            }
        }
        try (SortedMerge sorted = lines.sorted()) {
            for (var line = sorted.next(); line.isPresent(); line = sorted.next()) {
                out.print(new String(line.get().value(), StandardCharsets.UTF_8) + "\n");
            }
        }
        out.flush();
    }

    long faults() {
        return faults;
    }

    String summary() {
        return String.format("%,d claims, %,d reopenings, %,d faults", claims, reopenings, faults);
    }

    private void keep(ImportRows.Line line) throws IOException {
        switch (line) {
            case ImportRows.Read(long number, ImportRow row) ->
                rows.add(new SortedKey()
                        .text(row.number())
                        .number(row.modCount())
                        .time(row.updatedAt()) // two changes at once can share a count
                        .number(number)
                        .with(row.bytes()));
            case ImportRows.Faulty(long number, String reason, Optional<String> incident) -> {
                fault("line " + number + ": " + reason);
                if (incident.isPresent()) {
                    rows.add(new SortedKey()
                            .text(incident.get())
                            .number(GAP)
                            .number(number)
                            .with(NO_ROW));
                }
            }
        }
    }

    private void fault(String what) {
        faults++;
        err.println(what);
    }

    private void convert(List<SortedRecord> incident) throws IOException {
        Optional<List<ImportRow>> history = history(incident);
        if (history.isEmpty()) {
            err.println("incident " + incident.getFirst().group()
                    + " is left out: not all of its rows could be read, and one of them may tell of a reopening");
            return;
        }
        for (Episode episode : new ImportIncident(history.get()).episodes()) {
            add(episode);
        }
    }

    /** Empty if the history has a gap. */
    private static Optional<List<ImportRow>> history(List<SortedRecord> incident) {
        List<ImportRow> history = new ArrayList<>();
        for (SortedRecord row : incident) {
            if (row.value().length == 0) {
                return Optional.empty();
            }
            history.add(ImportRow.ofBytes(row.value()));
        }
        return Optional.of(history);
    }

    private void add(Episode episode) throws IOException {
        lines.add(wire.claim(episode));
        claims++;
        Optional<SortedRecord> reopening = wire.reopening(episode);
        if (reopening.isPresent()) {
            lines.add(reopening.get());
            reopenings++;
        }
    }
}
