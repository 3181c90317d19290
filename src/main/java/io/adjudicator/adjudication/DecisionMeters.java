package io.adjudicator.adjudication;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts decisions by verdict. */
@Component
class DecisionMeters {

    private final MeterRegistry registry;

    DecisionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void issued(List<Issued> issued) {
        for (Issued one : issued) {
            registry.counter(
                            "adjudicator.decisions",
                            "verdict",
                            one.decision().judgement().verdict().name())
                    .increment();
        }
    }
}
