package io.adjudicator.workflow;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says whether windows settle now. Not part of readiness: claims are taken and reports are read without the engine. */
final class ZeebeHealth extends AbstractHealthIndicator {

    private final Engine engine;

    ZeebeHealth(Engine engine) {
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (engine.working()) {
            builder.up();
        } else {
            builder.down().withDetail("meaning", "measurement windows wait until Zeebe answers");
        }
    }
}
