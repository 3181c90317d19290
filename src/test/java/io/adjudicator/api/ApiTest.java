package io.adjudicator.api;

import io.adjudicator.access.Keys;
import io.adjudicator.access.QuickPasswords;
import io.adjudicator.access.Role;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real port and a real PostgreSQL, without an engine: windows wait. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.clock=movable",
            "adjudicator.contracts-dir=src/test/contracts/api",
            "adjudicator.webhooks.allowed-networks=127.0.0.0/8",
            "management.prometheus.metrics.export.enabled=true"
        })
@Import(QuickPasswords.class)
abstract class ApiTest {

    /** After the claims of {@link Records} and before their windows close. */
    static final Instant NOW = Instant.parse("2026-07-02T00:00:00Z");

    static final CustomerId ACME = new CustomerId("acme");
    static final CustomerId GLOBEX = new CustomerId("globex");

    @LocalServerPort
    private int port;

    @Autowired
    private Keys keys;

    @Autowired
    private MovableClock clock;

    private String serviceKey = "";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Database.URL::toString);
    }

    @BeforeEach
    void createServiceKey() {
        clock.moveTo(NOW);
        serviceKey = key(Role.SERVICE);
    }

    Http http() {
        return new Http(port, Optional.of(serviceKey));
    }

    Http as(Role role) {
        return new Http(port, Optional.of(key(role)));
    }

    Http asCustomer(CustomerId customer) {
        return new Http(
                port,
                Optional.of(keys.create(Role.CUSTOMER, Optional.of(customer), "test")
                        .text()));
    }

    Http withKey(Optional<String> key) {
        return new Http(port, key);
    }

    String key(Role role) {
        return keys.create(role, role == Role.CUSTOMER ? Optional.of(ACME) : Optional.empty(), "test")
                .text();
    }

    int port() {
        return port;
    }

    /** All API tests share one context, and so one database. */
    private static final class Database {
        static final String URL = TestPostgres.newDatabase();
    }
}
