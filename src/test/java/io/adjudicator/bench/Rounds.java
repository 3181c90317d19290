package io.adjudicator.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Claims sent to a service in rounds, a week apart. */
final class Rounds {

    static final int COUNTED = 3;
    static final int CLAIMS = 100_000;

    private static final int WARM_UP = 20_000;

    /** Senders at a time. The service stores one's chunk while it reads the other's. */
    private static final int SENDERS = 2;

    private static final Instant FIRST = Instant.parse("2026-07-01T10:00:00Z");
    private static final Duration BETWEEN = Duration.ofDays(7);

    private final LiveService service;

    Rounds(LiveService service) {
        this.service = service;
    }

    /** So that no round is measured on a cold JVM. */
    void warmUp() throws Exception {
        send(0, WARM_UP);
        settle(0, WARM_UP);
    }

    /** Sends a round's claims and returns how many a second were stored and answered. */
    double send(int round, int claims) throws Exception {
        service.moveTo(minute(round).plus(Duration.ofHours(1)));
        List<Batch> batches = Batch.all(round * CLAIMS, claims, minute(round));
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            long start = System.nanoTime();
            List<Future<?>> sent = batches.stream()
                    .<Future<?>>map(batch -> senders.submit(() -> service.send(batch)))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
            return claims * 1e9 / (System.nanoTime() - start);
        }
    }

    /** Lets a round's windows close, settles them all and returns how many a second were decided. */
    double settle(int round, int claims) {
        Instant now = minute(round).plus(Duration.ofDays(4));
        service.moveTo(now);
        var cohort = service.dueCohort(now);
        long start = System.nanoTime();
        int decisions = service.settle(cohort);
        double rate = decisions * 1e9 / (System.nanoTime() - start);
        if (decisions != claims) {
            throw new IllegalStateException("expected " + claims + " decisions, but got " + decisions);
        }
        return rate;
    }

    private static Instant minute(int round) {
        return FIRST.plus(BETWEEN.multipliedBy(round));
    }
}
