package io.adjudicator.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place that reads the system's clock. Everything else is given an {@link InstantSource}. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnProperty(name = "adjudicator.clock", havingValue = "system", matchIfMissing = true)
    InstantSource systemTime() {
        return microseconds();
    }

    @Bean
    @ConditionalOnProperty(name = "adjudicator.clock", havingValue = "movable")
    MovableClock movableTime() {
        return new MovableClock(microseconds());
    }

    /** PostgreSQL keeps microseconds; finer instants would differ from themselves once stored and read. */
    private static InstantSource microseconds() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
