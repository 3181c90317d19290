package io.adjudicator.embedded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One life of the broker's process; a start that failed is a run without a process. */
final class BrokerRun {

    /** Between a run that ended and the next, so that a broken set-up does not keep the machine busy. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Optional<Process> process;
    private final Optional<Watchdog> watchdog;
    private final long startedNanos = System.nanoTime();

    private BrokerRun(Optional<Process> process) {
        this.process = process;
        this.watchdog = process.map(child -> Watchdog.over(child.pid(), "TERM"));
    }

    static BrokerRun of(Process process) {
        return new BrokerRun(Optional.of(process));
    }

    static BrokerRun failed() {
        return new BrokerRun(Optional.empty());
    }

    long pid() {
        return process.orElseThrow().pid();
    }

    boolean alive() {
        return process.filter(Process::isAlive).isPresent();
    }

    boolean olderThan(Duration age) {
        return System.nanoTime() - startedNanos > age.toNanos();
    }

    boolean tooEarlyToRetry() {
        return !olderThan(RETRY_AFTER);
    }

    void stop(Duration bound) {
        process.ifPresent(child -> {
            child.destroy();
            try {
                if (!child.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                    child.destroyForcibly();
                }
            } catch (InterruptedException e) {
                child.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
        forget();
    }

    void forget() {
        watchdog.ifPresent(Watchdog::close);
    }
}
