package io.adjudicator.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is sorted: a key, unique among all, and a value that goes with it. */
@SuppressWarnings("ArrayRecordComponent") // handed from one owner to the next, never compared by content
record SortedRecord(byte[] key, byte[] value) implements Comparable<SortedRecord> {

    /** Bytes that a record costs in memory besides its content: objects, array headers, list entry. */
    private static final int OVERHEAD = 100;

    int bytesInMemory() {
        return key.length + value.length + OVERHEAD;
    }

    /** The text that the key begins with, where it begins with one: what records are grouped by. */
    String group() {
        int end = 0;
        while (key[end] != 0) {
            end++;
        }
        return new String(key, 0, end, StandardCharsets.UTF_8);
    }

    /** The number that the key ends with, where it ends with one. */
    long number() {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES) ^ Long.MIN_VALUE;
    }

    @Override
    public int compareTo(SortedRecord other) {
        return Arrays.compareUnsigned(key, other.key);
    }
}
