package io.adjudicator.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is due to those who want it, many at once, and never more than some to the same. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long BETWEEN_ROUNDS_MILLIS = 1_000;
    private static final long BETWEEN_SWEEPS_MINUTES = 1;
    private static final long LAST_DELIVERIES_SECONDS = 5;

    private final Outgoing outgoing;
    private final DeliveryLog log;
    private final Sender sender;
    private final InstantSource clock;
    private final Map<WebhookId, Integer> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-rounds").factory());
    private volatile boolean working;

    Courier(Outgoing outgoing, DeliveryLog log, Sender sender, InstantSource clock) {
        this.outgoing = outgoing;
        this.log = log;
        this.sender = sender;
        this.clock = clock;
    }

    void start() {
        working = true;
        var _ = rounds.scheduleWithFixedDelay(
                () -> attempt(this::takeAlong), BETWEEN_ROUNDS_MILLIS, BETWEEN_ROUNDS_MILLIS, TimeUnit.MILLISECONDS);
        var _ = rounds.scheduleWithFixedDelay(
                () -> attempt(log::forgetSome), BETWEEN_SWEEPS_MINUTES, BETWEEN_SWEEPS_MINUTES, TimeUnit.MINUTES);
    }

    /** What was taken along and is not delivered by then is sent again by whoever finds it due. */
    void stop() {
        rounds.shutdownNow();
        deliveries.shutdown();
        try {
            if (!deliveries.awaitTermination(LAST_DELIVERIES_SECONDS, TimeUnit.SECONDS)) {
                deliveries.shutdownNow();
            }
        } catch (InterruptedException e) {
            deliveries.shutdownNow();
            Thread.currentThread().interrupt();
        }
        sender.close();
    }

    /** Takes along what is due, as far as hands are free, without waiting for it to arrive. */
    int takeAlong() {
        List<Parcel> parcels = outgoing.take(new Hands(underWay));
        parcels.forEach(parcel -> underWay.merge(parcel.webhook(), 1, Integer::sum));
        parcels.forEach(parcel -> deliveries.execute(() -> deliver(parcel)));
        return parcels.size();
    }

    boolean idle() {
        return underWay.isEmpty();
    }

    /** Whatever fails is tried again in the next round. */
    private void attempt(Runnable work) {
        try {
            work.run();
            working = true;
        } catch (RuntimeException e) {
            if (working) {
                LOG.warn("webhooks wait until the database answers: {}", e.toString());
            }
            working = false;
        }
    }

    private void deliver(Parcel parcel) {
        try {
            var at = clock.instant();
            outgoing.record(parcel, at, sender.send(parcel, at));
        } catch (RuntimeException e) {
            LOG.warn(
                    "notice {} is sent again, since what came of it could not be written: {}",
                    parcel.notice(),
                    e.toString());
        } finally {
            underWay.computeIfPresent(parcel.webhook(), (_, count) -> count == 1 ? null : count - 1);
            roundSoon();
        }
    }

    private void roundSoon() {
        if (working && asked.compareAndSet(false, true)) {
            try {
                rounds.execute(() -> {
                    asked.set(false);
                    attempt(this::takeAlong);
                });
            } catch (RejectedExecutionException closing) {
                LOG.debug("what is due is sent after the next start", closing);
            }
        }
    }
}
