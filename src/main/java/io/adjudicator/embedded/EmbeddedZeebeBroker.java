package io.adjudicator.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Zeebe broker in a child process. It starts in the background, because the service does its work without it;
 * its addresses are known from the beginning and stay the same when it has to be started again.
 */
public final class EmbeddedZeebeBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedZeebeBroker.class);

    /** How long one run may take to become ready before it is given up and started anew. */
    private static final Duration STARTUP_BOUND = Duration.ofMinutes(3);

    private static final Duration STOP_BOUND = Duration.ofSeconds(30);

    private final Path directory;
    private final Path cache;
    private final Optional<MovableClock> clock;
    private final BrokerPorts ports;
    private final BrokerActuator actuator;
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-zeebe").factory());
    private Optional<BrokerRun> run = Optional.empty();
    private volatile boolean ready;
    private volatile boolean timeSet;

    private EmbeddedZeebeBroker(DataDirectory data, Path cache, int grpcPort, Optional<MovableClock> clock) {
        this.directory = data.resolve("zeebe");
        this.cache = cache;
        this.clock = clock;
        this.ports = BrokerPorts.free(grpcPort);
        this.actuator = new BrokerActuator(ports);
    }

    /** Returns at once; {@code clock} is there when the broker's time is to be moved. */
    public static EmbeddedZeebeBroker start(
            DataDirectory data, Path cache, int grpcPort, Optional<MovableClock> clock) {
        EmbeddedZeebeBroker broker = new EmbeddedZeebeBroker(data, cache, grpcPort, clock);
        clock.ifPresent(movable -> movable.followedBy(() -> broker.followClock(movable)));
        var _ = broker.supervisor.scheduleWithFixedDelay(broker::keepRunning, 0, 50, TimeUnit.MILLISECONDS);
        return broker;
    }

    public URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + ports.grpc());
    }

    public URI restAddress() {
        return URI.create("http://127.0.0.1:" + ports.rest());
    }

    /** It answers, and its clock is where ours is. */
    public boolean ready() {
        return ready;
    }

    public boolean awaitReady(Duration bound) {
        return Await.until(bound, this::ready);
    }

    /** The running process's id, for whoever wants to see what happens when it is killed. */
    public synchronized Optional<Long> pid() {
        return run.filter(BrokerRun::alive).map(BrokerRun::pid);
    }

    /** What time it is at the broker. */
    Optional<Instant> time() {
        return actuator.time();
    }

    @Override
    public void close() {
        supervisor.shutdownNow();
        ready = false;
        actuator.close();
        synchronized (this) {
            run.ifPresent(running -> running.stop(STOP_BOUND));
            run = Optional.empty();
        }
    }

    private synchronized void keepRunning() {
        if (supervisor.isShutdown()) {
            return;
        }
        try {
            if (run.filter(BrokerRun::alive).isEmpty()) {
                restart();
            } else if (!ready) {
                becomeReady();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("the embedded Zeebe did not start; windows wait until it does", e);
            run = Optional.of(BrokerRun.failed());
        }
    }

    private void restart() throws IOException {
        ready = false;
        timeSet = false;
        if (run.filter(BrokerRun::tooEarlyToRetry).isPresent()) {
            return;
        }
        if (run.isPresent()) {
            LOG.warn(
                    "the embedded Zeebe is gone; starting it again, its log is {}",
                    directory.resolve("logs/zeebe.log"));
        }
        run.ifPresent(BrokerRun::forget);
        Path home = ZeebeDistribution.unpacked(cache);
        Path pidFile = directory.resolve("broker.pid");
        String mark = BrokerProcess.mark(directory);
        Orphan.recordedIn(pidFile, process -> Orphan.runsWithArgument(process, mark))
                .ifPresent(orphan -> orphan.stop("TERM"));
        Process process = BrokerProcess.start(home, directory, ports, clock.isPresent());
        Files.writeString(pidFile, Long.toString(process.pid()));
        run = Optional.of(BrokerRun.of(process));
    }

    /**
     * The clock is set as soon as the management port is open: the partitions recover a moment later, and timers that saw
     * the real time then would fire years early.
     */
    private void becomeReady() {
        if (clock.map(movable -> movable.tell(this::set)).orElse(true) && actuator.ready()) {
            ready = clock.map(movable -> movable.tell(this::setBeforeReady)).orElse(true);
        }
        if (ready) {
            LOG.info("the embedded Zeebe is ready at {}", grpcAddress());
        } else if (run.filter(running -> running.olderThan(STARTUP_BOUND)).isPresent()) {
            LOG.error("the embedded Zeebe is not ready after {}; starting it again", STARTUP_BOUND);
            run.ifPresent(running -> running.stop(STOP_BOUND));
        }
    }

    /** Sets {@code ready} while time is held, or a move between the two would pass the broker by. */
    private boolean setBeforeReady(Instant now) {
        ready = set(now);
        return ready;
    }

    /** A broker that is away now, or still starting, is told the time when it is back, before it counts as ready. */
    private void followClock(MovableClock movable) {
        if (ready && !movable.tell(this::set)) {
            ready = false;
        }
    }

    /**
     * Sets the broker's clock, which goes on running from there: one that stood still would also stop what the broker does
     * with a delay, and a timer that is due when it is created is one of these things. So it gets a little ahead of the
     * service until the next move, which is harmless: the worker then says "not yet". It goes back only the first time.
     */
    private boolean set(Instant now) {
        Optional<Duration> behind = actuator.time().map(brokerTime -> Duration.between(brokerTime, now));
        return behind.filter(offset -> timeSet && !offset.isPositive()).isPresent()
                || behind.filter(actuator::shift).map(shifted -> timeSet = true).isPresent();
    }
}
