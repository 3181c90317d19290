package io.adjudicator.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for the world outside this process, which sends no notice; always with a bound. */
final class Await {

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    /** True as soon as the condition holds, false when the bound has passed or the thread was interrupted. */
    static boolean until(Duration bound, BooleanSupplier condition) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }
}
