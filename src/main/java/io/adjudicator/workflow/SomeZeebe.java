package io.adjudicator.workflow;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds when an address of a cluster is configured, or else the embedded broker is not switched off. */
final class SomeZeebe implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return environment.containsProperty("adjudicator.zeebe.grpc-address")
                || environment.containsProperty("adjudicator.zeebe.rest-address")
                || environment.getProperty("adjudicator.embedded.zeebe", Boolean.class, true);
    }
}
