package io.adjudicator.cli;

import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.statement.PaperBooks;
import java.io.IOException;
import java.io.InputStream;

/**
 * Adjudicates any number of records in bounded memory. Nothing that happens in one session depends on another one, except whether a record
 * is a repeat: so records are admitted in event time, and then replayed session by session, with one session in memory at a time. That
 * also keeps everything that late evidence needs, however late it is. Three external sorts carry it: by event time, by session, and in
 * the report's order.
 */
final class OfflineAdjudication {

    /** Bytes that one sort holds; at most one is filled while another one is read. */
    private static final long HELD = 16 << 20;

    private final OfflineLines lines;
    private final OfflineAdmission admission;
    private final OfflineSessions sessions;
    private final OfflineTally tally;
    private final EventTimeScratch scratch;

    OfflineAdjudication(
            OfflineLines lines,
            OfflineAdmission admission,
            OfflineSessions sessions,
            OfflineTally tally,
            EventTimeScratch scratch) {
        this.lines = lines;
        this.admission = admission;
        this.sessions = sessions;
        this.tally = tally;
        this.scratch = scratch;
    }

    /** Reads everything, decides it as of the close of every window, and writes the lines of the reports. */
    void run(InputStream in, OfflineReports reports) throws IOException {
        SortedRecords bySession = admitted(in);
        SortedRecords inReportOrder = sort();
        try (SortedMerge grouped = bySession.sorted()) {
            sessions.replay(grouped, inReportOrder);
        }
        try (SortedMerge booked = inReportOrder.sorted()) {
            for (var line = booked.next(); line.isPresent(); line = booked.next()) {
                reports.line(OfflineReportLine.of(line.get().value()));
            }
        }
    }

    /** Reads everything, decides it as of the close of every window, and keeps it for booking. */
    void run(InputStream in, PaperBooks books) throws IOException {
        try (SortedMerge grouped = admitted(in).sorted()) {
            sessions.keep(grouped, books);
        }
    }

    private SortedRecords admitted(InputStream in) throws IOException {
        SortedRecords byTime = sort();
        lines.read(in, byTime);
        SortedRecords bySession = sort();
        try (SortedMerge inEventTime = byTime.sorted()) {
            admit(inEventTime, bySession);
        }
        return bySession;
    }

    private SortedRecords sort() {
        return new SortedRecords(scratch, HELD);
    }

    private void admit(SortedMerge inEventTime, SortedRecords bySession) throws IOException {
        long position = 0;
        for (var next = inEventTime.next(); next.isPresent(); next = inEventTime.next()) {
            Received record = lines.received(next.get());
            switch (admission.receive(record)) {
                case Receipt.Accepted accepted -> {
                    tally.accepted();
                    position++;
                    bySession.add(new SortedKey()
                            .text(record.session())
                            .number(position)
                            .with(next.get().value()));
                }
                case Receipt.Duplicate duplicate -> tally.repeated();
                case Receipt.Rejected rejected -> tally.rejected(next.get().number(), rejected.faults());
            }
        }
    }
}
