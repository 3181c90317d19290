package io.adjudicator.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Reads several sorted runs as one. */
final class SortedMerge implements Closeable {

    private record Head(SortedRecord record, SortedRun run) {}

    private final List<SortedRun> runs = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::record));

    SortedMerge(List<Path> files) throws IOException {
        for (Path file : files) {
            SortedRun run = SortedRun.open(file);
            runs.add(run);
            advance(run);
        }
    }

    /** The record with the least key of what is left; empty at the end. */
    Optional<SortedRecord> next() throws IOException {
        Head least = heads.poll();
        if (least == null) {
            return Optional.empty();
        }
        advance(least.run());
        return Optional.of(least.record());
    }

    /** The next records whose keys begin with the same text; none at the end. */
    List<SortedRecord> nextGroup() throws IOException {
        List<SortedRecord> group = new ArrayList<>();
        for (Head least = heads.peek(); least != null && belongs(least.record(), group); least = heads.peek()) {
            next().ifPresent(group::add);
        }
        return group;
    }

    private static boolean belongs(SortedRecord record, List<SortedRecord> group) {
        return group.isEmpty() || group.getFirst().group().equals(record.group());
    }

    private void advance(SortedRun run) throws IOException {
        run.next().ifPresent(record -> heads.add(new Head(record, run)));
    }

    @Override
    public void close() throws IOException {
        for (SortedRun run : runs) {
            run.close();
        }
    }
}
