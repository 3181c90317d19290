package io.adjudicator.embedded;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds while the installation names no server of its own: one that it names is never shadowed by an embedded one. */
abstract class NothingElse implements Condition {

    private final String[] addresses;

    NothingElse(String... addresses) {
        this.addresses = addresses;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Stream.of(addresses).noneMatch(context.getEnvironment()::containsProperty);
    }

    static final class ConfiguredForPostgres extends NothingElse {
        ConfiguredForPostgres() {
            super("spring.datasource.url");
        }
    }

    static final class ConfiguredForZeebe extends NothingElse {
        ConfiguredForZeebe() {
            super("adjudicator.zeebe.grpc-address", "adjudicator.zeebe.rest-address");
        }
    }
}
