package io.adjudicator.window;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Gauges for whoever is on call: open windows, windows that are due, and how long the oldest due one waits (the settle lag). */
@Component
class WindowMeters {

    WindowMeters(MeterRegistry registry, Windows windows, InstantSource clock) {
        Gauge.builder(
                        "adjudicator.windows.open",
                        () -> windows.openWindows(clock.instant()).open())
                .register(registry);
        Gauge.builder(
                        "adjudicator.windows.due",
                        () -> windows.openWindows(clock.instant()).due())
                .register(registry);
        Gauge.builder("adjudicator.settle.lag", () -> lagSeconds(windows, clock))
                .baseUnit("seconds")
                .register(registry);
    }

    private static double lagSeconds(Windows windows, InstantSource clock) {
        return windows.openWindows(clock.instant())
                .oldestDueSince()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
