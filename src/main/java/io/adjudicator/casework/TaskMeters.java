package io.adjudicator.casework;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Gauges for whoever leads the people at the queue, and for whoever is on call: tasks open and overdue, and cases that stand still. */
@Component
class TaskMeters {

    /** More need not be told apart: somebody looks long before. */
    private static final int MOST_STILL = 1_000;

    TaskMeters(MeterRegistry registry, TaskListStore lists, CaseOutbox outbox, InstantSource clock) {
        Gauge.builder("adjudicator.tasks.open", lists::open).register(registry);
        Gauge.builder("adjudicator.tasks.overdue", () -> lists.overdue(clock.instant()))
                .register(registry);
        Gauge.builder("adjudicator.cases.still", () -> outbox.still(MOST_STILL).size())
                .register(registry);
    }
}
