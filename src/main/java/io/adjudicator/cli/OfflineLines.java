package io.adjudicator.cli;

import io.adjudicator.intake.Claim;
import io.adjudicator.intake.NdjsonLine;
import io.adjudicator.intake.NdjsonLines;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads lines in whatever order they come and gives one customer's records in event time. */
final class OfflineLines {

    private final RecordReader reader;
    private final CustomerId customer;
    private final OfflineTally tally;

    OfflineLines(RecordReader reader, CustomerId customer, OfflineTally tally) {
        this.reader = reader;
        this.customer = customer;
        this.tally = tally;
    }

    /** Values are the lines as they came; keys end with their numbers. */
    void read(InputStream in, SortedRecords byTime) throws IOException {
        NdjsonLines lines = new NdjsonLines(in);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            tally.read();
            Optional<SortedRecord> record = switch (line.get()) {
                case NdjsonLine.Whole(long number, byte[] bytes) -> read(number, bytes);
                case NdjsonLine.TooLong(long number) -> tooLong(number);
            };
            if (record.isPresent()) {
                byTime.add(record.get());
            }
        }
    }

    /** A record that was read before. */
    Received received(SortedRecord line) {
        return reader.read(line.value());
    }

    private Optional<SortedRecord> tooLong(long number) {
        tally.rejected(
                number,
                List.of(new Fault(
                        "line_too_long", "", "expected at most " + NdjsonLines.LONGEST + " bytes in a line")));
        return Optional.empty();
    }

    private Optional<SortedRecord> read(long number, byte[] line) {
        try {
            Received record = reader.read(line);
            if (!record.customer().equals(customer)) {
                tally.ofAnotherCustomer();
                return Optional.empty();
            }
            return Optional.of(key(record).number(number).with(line));
        } catch (Refused refused) {
            tally.rejected(number, refused.faults());
            return Optional.empty();
        }
    }

    /** Of one instant and session the claim that began earliest comes first: a session is bound by it, as in one batch of the service. */
    private static SortedKey key(Received record) {
        Instant startedAt = record instanceof Claim claim ? claim.sessionStartedAt() : record.occurredAt();
        return new SortedKey()
                .time(record.occurredAt())
                .text(record.session())
                .number(record instanceof Claim ? 0 : 1)
                .time(startedAt)
                .text(record.identity().source())
                .text(record.identity().id());
    }
}
