package io.adjudicator.embedded;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Starts what is not configured elsewhere. The connection pool depends on the database's bean and so closes first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedProperties.class)
class EmbeddedConfiguration {

    @Bean
    @Lazy
    DataDirectory dataDirectory(EmbeddedProperties properties) {
        return DataDirectory.open(properties.dataDir());
    }

    @Bean
    @Conditional(NothingElse.ConfiguredForPostgres.class)
    @ConditionalOnProperty(name = "adjudicator.embedded.postgres", matchIfMissing = true)
    EmbeddedPostgresServer embeddedPostgresServer(EmbeddedProperties properties, DataDirectory data) {
        int configured = properties.embedded().postgresPort();
        int port = configured == 0 ? FreePorts.take(1).getFirst() : configured;
        return EmbeddedPostgresServer.start(data, properties.cacheDir(), port);
    }

    @Bean
    @Conditional(NothingElse.ConfiguredForPostgres.class)
    @ConditionalOnProperty(name = "adjudicator.embedded.postgres", matchIfMissing = true)
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgresServer server) {
        return new EmbeddedConnectionDetails(server);
    }

    @Bean
    @Conditional(NothingElse.ConfiguredForZeebe.class)
    @ConditionalOnProperty(name = "adjudicator.embedded.zeebe", matchIfMissing = true)
    EmbeddedZeebeBroker embeddedZeebeBroker(
            EmbeddedProperties properties, DataDirectory data, ObjectProvider<MovableClock> clock) {
        return EmbeddedZeebeBroker.start(
                data,
                properties.cacheDir(),
                properties.embedded().zeebePort(),
                Optional.ofNullable(clock.getIfAvailable()));
    }

    private record EmbeddedConnectionDetails(EmbeddedPostgresServer server) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedPostgresServer.USER;
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.jdbcUrl();
        }
    }
}
