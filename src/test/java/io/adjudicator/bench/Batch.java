package io.adjudicator.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Claim lines, made before the clock starts. */
record Batch(int lines, byte[] body) {

    static final int LINES = 10_000;

    /** Claims with these numbers, all of one minute, so that they fall due together. */
    static Batch of(int first, int lines, Instant minute) {
        String body = IntStream.range(first, first + lines)
                .mapToObj(number -> BenchClaims.line(BenchClaims.claim(number, minute.plusMillis(1 + number % 59_999))))
                .collect(Collectors.joining());
        return new Batch(lines, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Reopenings of every {@code step}th of these claims, within the month of their claims. */
    static Batch reopenings(int first, int claims, int step, Instant at) {
        String body = IntStream.range(0, claims / step)
                .mapToObj(index -> BenchClaims.reopening(first + index * step, at))
                .collect(Collectors.joining());
        return new Batch(claims / step, body.getBytes(StandardCharsets.UTF_8));
    }

    static List<Batch> all(int first, int lines, Instant minute) {
        return IntStream.range(0, lines / LINES)
                .mapToObj(batch -> of(first + batch * LINES, LINES, minute))
                .toList();
    }
}
