package io.adjudicator.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Builds a sort key whose unsigned byte order is the order of its parts. Text sorts by code point, as PostgreSQL's collation "C" sorts it
 * in the live report.
 */
final class SortedKey {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);

    /** To the microsecond, which is as fine as records are read. */
    SortedKey time(Instant instant) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    SortedKey number(long number) {
        // With the sign bit turned, negative numbers sort before positive ones.
        bytes.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array());
        return this;
    }

    /** The readers refuse control characters, so a zero byte ends a text and sorts before everything in a longer one. */
    SortedKey text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        return this;
    }

    SortedRecord with(byte[] value) {
        return new SortedRecord(bytes.toByteArray(), value);
    }
}
