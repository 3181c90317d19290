package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table api_key. */
@Repository
class KeyRecordStore {

    /** Any number that no other room locks by; held while the first keys are made. */
    private static final long FIRST_KEYS_LOCK = 0x6164_6a5f_6b65_79L;

    private final JdbcClient jdbc;

    KeyRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StoredKey stored) {
        ApiKey key = stored.key();
        jdbc.sql("""
                        insert into api_key (id, secret_sha256, role, customer, name, created_at)
                        values (:id, :secretSha256, :role, :customer, :name, :createdAt)
                        """)
                .param("id", key.id())
                .param("secretSha256", stored.secretSha256())
                .param("role", key.role().wireName())
                .param("customer", key.customer().map(CustomerId::value).orElse(null))
                .param("name", key.name())
                .param("createdAt", utc(key.createdAt()))
                .update();
    }

    Optional<StoredKey> valid(String id) {
        return jdbc.sql("""
                        select id, secret_sha256, role, customer, name, created_at, revoked_at
                        from api_key
                        where id = :id and revoked_at is null
                        """)
                .param("id", id)
                .query((row, number) -> new StoredKey(key(row), row.getBytes("secret_sha256")))
                .optional();
    }

    List<ApiKey> all() {
        return jdbc.sql("""
                        select id, role, customer, name, created_at, revoked_at
                        from api_key
                        order by created_at, id
                        """).query((row, number) -> key(row)).list();
    }

    boolean revoke(String id, Instant at) {
        return jdbc.sql("""
                                update api_key
                                set revoked_at = greatest(:at, created_at)
                                where id = :id and revoked_at is null
                                """).param("id", id).param("at", utc(at)).update() == 1;
    }

    /** Two replicas that start together wait for each other here. */
    void lockFirstKeys() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
                .param("lock", FIRST_KEYS_LOCK)
                .query(String.class)
                .list();
    }

    boolean empty() {
        return jdbc.sql("select not exists (select from api_key)")
                .query(Boolean.class)
                .single();
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new ApiKey(
                row.getString("id"),
                Role.ofWireName(role)
                        .orElseThrow(() -> new IllegalStateException("expected a known role, but got " + role)),
                Optional.ofNullable(row.getString("customer")).map(CustomerId::new),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
