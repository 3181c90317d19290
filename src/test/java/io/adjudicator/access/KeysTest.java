package io.adjudicator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adjudicator.api.TestPostgres;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeysTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final CustomerId NORTHWIND = new CustomerId("northwind");

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private Keys keys = keys();

    @BeforeEach
    void createDatabase() {
        database.setUrl(TestPostgres.newDatabase());
        keys = keys();
    }

    @Test
    void recognizesAKeyThatItCreated() {
        NewKey created = keys.create(Role.SERVICE, Optional.empty(), "crm");
        assertThat(keys.recognize(created.text())).contains(created.key());
        assertThat(keys().recognize(created.text())).contains(created.key());
        assertThat(created.text()).matches("adj_[0-9a-f]{12}_[0-9a-f]{64}");
    }

    @Test
    void keepsNoSecret() {
        NewKey created = keys.create(Role.SERVICE, Optional.empty(), "crm");
        String secret = created.text().substring(created.text().lastIndexOf('_') + 1);
        String row = JdbcClient.create(database)
                .sql("select api_key::text from api_key")
                .query(String.class)
                .single();
        assertThat(row).contains(created.key().id()).doesNotContain(secret);
        assertThat(created.toString()).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adj_", "adj_000000000000_", "Bearer adj", "adj_00000000000g_00", "x"})
    void knowsNoTextThatIsNoKey(String text) {
        assertThat(keys.recognize(text)).isEmpty();
    }

    @Test
    void knowsNoKeyWithAnotherSecretOrId() {
        String text = keys.create(Role.SERVICE, Optional.empty(), "crm").text();
        String other = keys.create(Role.AUDITOR, Optional.empty(), "audit").text();
        char last = text.charAt(text.length() - 1);
        assertThat(keys.recognize(text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0')))
                .isEmpty();
        assertThat(keys.recognize(other.substring(0, 17) + text.substring(17))).isEmpty();
    }

    @Test
    void revokesForGood() {
        NewKey created = keys.create(Role.SERVICE, Optional.empty(), "crm");
        assertThat(keys.recognize(created.text())).isPresent();
        keys.revoke(created.key().id());
        assertThat(keys.recognize(created.text())).isEmpty();
        assertThat(keys.all()).extracting(ApiKey::revokedAt).containsExactly(Optional.of(NOW));
        assertThat(catchThrowableOfType(
                                Refused.class, () -> keys.revoke(created.key().id()))
                        .code())
                .isEqualTo("unknown_key");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            # role,         customer,    name,  at
            CUSTOMER,       none,        acme,  /customer
            SERVICE,        northwind,   acme,  /customer
            SERVICE,        none,        ' ',   /name
            """)
    void refusesAKeyThatMakesNoSense(Role role, String customer, String name, String at) {
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> keys.create(role, Optional.ofNullable(customer).map(CustomerId::new), name));
        assertThat(refused.code()).isEqualTo("bad_key_request");
        assertThat(refused.faults().getFirst().at()).isEqualTo(at);
    }

    @Test
    void makesTheFirstKeysOnceHoweverManyReplicasStart() throws Exception {
        Callable<List<NewKey>> start = () -> keys().firstKeys(List.of(NORTHWIND));
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<List<NewKey>>> made = replicas.invokeAll(List.of(start, start, start, start));
            List<NewKey> all = Stream.of(made.get(0), made.get(1), made.get(2), made.get(3))
                    .flatMap(future -> future.resultNow().stream())
                    .toList();
            assertThat(all).extracting(key -> key.key().role()).containsExactlyInAnyOrder(Role.values());
        }
        assertThat(keys.firstKeys(List.of(NORTHWIND))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from api_key",
                "truncate api_key",
                "update api_key set name = 'other'",
                "update api_key set role = 'auditor'",
                "update api_key set revoked_at = null",
                "update api_key set revoked_at = now() + interval '1 day'"
            })
    void letsNobodyRewriteAKey(String sql) {
        NewKey created = keys.create(Role.SERVICE, Optional.empty(), "crm");
        keys.revoke(created.key().id());
        assertThatThrownBy(() -> JdbcClient.create(database).sql(sql).update()).hasMessageContaining("expected");
    }

    private Keys keys() {
        return Keys.on(database, InstantSource.fixed(NOW));
    }
}
