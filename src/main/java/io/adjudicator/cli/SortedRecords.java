package io.adjudicator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * An external merge sort: any number of records in bounded memory, the rest in temporary files. Records go in in any order and come out
 * by key; keys are unique.
 */
final class SortedRecords {

    /** Runs that one merge reads. More would be more open files and buffers than a small machine likes. */
    private static final int RUNS_AT_ONCE = 64;

    private final EventTimeScratch scratch;
    private final long bytesInMemory;
    private final List<SortedRecord> held = new ArrayList<>();
    private final Deque<Path> runs = new ArrayDeque<>();
    private long heldBytes;

    SortedRecords(EventTimeScratch scratch, long bytesInMemory) {
        this.scratch = scratch;
        this.bytesInMemory = bytesInMemory;
    }

    void add(SortedRecord record) throws IOException {
        held.add(record);
        heldBytes += record.bytesInMemory();
        if (heldBytes >= bytesInMemory) {
            spill();
        }
    }

    /** Everything that was added, in order. Nothing can be added any more. */
    SortedMerge sorted() throws IOException {
        spill();
        while (runs.size() > RUNS_AT_ONCE) {
            mergeSome();
        }
        return new SortedMerge(List.copyOf(runs));
    }

    private void spill() throws IOException {
        held.sort(null);
        Iterator<SortedRecord> sorted = held.iterator();
        write(() -> sorted.hasNext() ? Optional.of(sorted.next()) : Optional.empty());
        held.clear();
        heldBytes = 0;
    }

    private void mergeSome() throws IOException {
        List<Path> oldest = new ArrayList<>();
        while (oldest.size() < RUNS_AT_ONCE) {
            oldest.add(runs.removeFirst());
        }
        try (SortedMerge merge = new SortedMerge(oldest)) {
            write(merge::next);
        }
    }

    private void write(SortedRun.Source records) throws IOException {
        Path run = scratch.file();
        SortedRun.write(run, records);
        runs.addLast(run);
    }
}
