package io.adjudicator.workflow;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Says whether windows settle and cases go on now. Not part of readiness: claims are taken, reports are read and tasks are decided without
 * the engine.
 */
final class ZeebeHealth extends AbstractHealthIndicator {

    private final Engine engine;
    private final JobFailures failures;

    ZeebeHealth(Engine engine, JobFailures failures) {
        this.engine = engine;
        this.failures = failures;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (engine.working()) {
            builder.up().withDetail("jobsFailing", failures.failing());
        } else {
            builder.down().withDetail("meaning", "measurement windows and cases wait until Zeebe answers");
        }
    }
}
