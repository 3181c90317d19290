package io.adjudicator.workflow;

import java.time.Duration;

/** Does something at most once in a while, measured by the machine's own time, which no replay moves. */
final class Seldom {

    private final long intervalNanos;
    private long lastNanos;
    private boolean due = true;

    Seldom(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** Counts only when it succeeds. */
    synchronized void now(Runnable action) {
        if (due || System.nanoTime() - lastNanos >= intervalNanos) {
            action.run();
            lastNanos = System.nanoTime();
            due = false;
        }
    }

    /** Not due before the interval has passed once more. */
    synchronized void later() {
        lastNanos = System.nanoTime();
        due = false;
    }

    /** Due at the next chance, whatever the time. */
    synchronized void again() {
        due = true;
    }
}
