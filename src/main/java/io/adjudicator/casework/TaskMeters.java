package io.adjudicator.casework;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Gauges for whoever leads the people at the queue: open tasks, and those that are overdue. */
@Component
class TaskMeters {

    TaskMeters(MeterRegistry registry, TaskListStore lists, InstantSource clock) {
        Gauge.builder("adjudicator.tasks.open", lists::open).register(registry);
        Gauge.builder("adjudicator.tasks.overdue", () -> lists.overdue(clock.instant()))
                .register(registry);
    }
}
