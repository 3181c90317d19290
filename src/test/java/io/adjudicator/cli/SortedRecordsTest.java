package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SortedRecordsTest {

    /** Bytes. So few that a dozen records fill it, and thousands make more runs than one merge reads. */
    private static final long TINY = 2_000;

    @Test
    void sortsMoreThanItHolds() throws IOException {
        List<Long> ascending = LongStream.range(-5_000, 5_000).boxed().toList();
        List<Long> shuffled = new ArrayList<>(ascending);
        Collections.shuffle(shuffled, new Random(20260722));
        List<Long> sorted = new ArrayList<>();
        try (EventTimeScratch scratch = new EventTimeScratch();
                SortedMerge merge = numbers(scratch, shuffled).sorted()) {
            for (var next = merge.next(); next.isPresent(); next = merge.next()) {
                sorted.add(next.get().number());
            }
        }
        assertThat(sorted).isEqualTo(ascending);
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path file;
        try (EventTimeScratch scratch = new EventTimeScratch()) {
            file = scratch.file();
            numbers(scratch, LongStream.range(0, 1_000).boxed().toList());
            assertThat(file.getParent()).isNotEmptyDirectory();
        }
        assertThat(Files.exists(file.getParent())).isFalse();
    }

    @Test
    void comesToAnEndWithoutRecords() throws IOException {
        try (EventTimeScratch scratch = new EventTimeScratch();
                SortedMerge merge = new SortedRecords(scratch, TINY).sorted()) {
            assertThat(merge.next()).isEmpty();
            assertThat(merge.nextGroup()).isEmpty();
        }
    }

    @Test
    void groupsByTheTextThatKeysBeginWith() throws IOException {
        List<String> groups = new ArrayList<>();
        try (EventTimeScratch scratch = new EventTimeScratch()) {
            SortedRecords records = new SortedRecords(scratch, TINY);
            for (String text : List.of("ab", "b", "a", "ab", "a")) {
                records.add(new SortedKey().text(text).number(groups.size()).with(new byte[0]));
            }
            try (SortedMerge merge = records.sorted()) {
                for (var group = merge.nextGroup(); !group.isEmpty(); group = merge.nextGroup()) {
                    groups.add(group.getFirst().group() + " " + group.size());
                }
            }
        }
        assertThat(groups).containsExactly("a 2", "ab 2", "b 1");
    }

    @Test
    void ordersTimesAcrossTheEpochAndTextByCodePoint() {
        assertThat(key("1969-12-31T23:59:59.999999Z", "z")).isLessThan(key("1970-01-01T00:00:00Z", "a"));
        assertThat(key("2026-07-01T00:00:00Z", "a")).isLessThan(key("2026-07-01T00:00:00.000001Z", "a"));
        assertThat(key("2026-07-01T00:00:00Z", "a")).isLessThan(key("2026-07-01T00:00:00Z", "a "));
        // U+FF21 sorts before U+1F600 by code point, and after it by UTF-16.
        assertThat(key("2026-07-01T00:00:00Z", "\uFF21")).isLessThan(key("2026-07-01T00:00:00Z", "\uD83D\uDE00"));
    }

    private static SortedRecord key(String time, String text) {
        return new SortedKey().time(Instant.parse(time)).text(text).with(new byte[0]);
    }

    private static SortedRecords numbers(EventTimeScratch scratch, List<Long> numbers) throws IOException {
        SortedRecords records = new SortedRecords(scratch, TINY);
        for (long number : numbers) {
            records.add(new SortedKey().number(number).with(new byte[] {1, 2, 3}));
        }
        return records;
    }
}
