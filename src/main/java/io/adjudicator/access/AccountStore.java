package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table account, and the end of sessions that Spring Session keeps beside it. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the name was free. */
    boolean insert(NewAccount account, @Nullable String password, Instant at) {
        return jdbc.sql("""
                        insert into account (name, display_name, role, customer, password, created_at)
                        values (:name, :displayName, :role, :customer, :password, :at)
                        on conflict (name) do nothing
                        """)
                        .param("name", account.name())
                        .param("displayName", account.displayName())
                        .param("role", account.role().wireName())
                        .param(
                                "customer",
                                account.customer().map(CustomerId::value).orElse(null))
                        .param("password", password)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    Optional<Account> find(String name) {
        return jdbc.sql("""
                        select name, display_name, role, customer, password is null as single_sign_on, created_at, disabled_at
                        from account
                        where name = :name
                        """)
                .param("name", name)
                .query((row, number) -> account(row))
                .optional();
    }

    /** As the encoder wrote it; absent too where there is no such account, or it is disabled. */
    Optional<String> password(String name) {
        return jdbc.sql("""
                        select password
                        from account
                        where name = :name and disabled_at is null and password is not null
                        """).param("name", name).query(String.class).optional();
    }

    List<Account> all() {
        return jdbc.sql("""
                        select name, display_name, role, customer, password is null as single_sign_on, created_at, disabled_at
                        from account
                        order by name
                        """).query((row, number) -> account(row)).list();
    }

    boolean empty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    boolean disable(String name, Instant at) {
        return jdbc.sql("""
                                update account
                                set disabled_at = greatest(:at, created_at)
                                where name = :name and disabled_at is null
                                """).param("name", name).param("at", utc(at)).update() == 1;
    }

    boolean changePassword(String name, String password) {
        return jdbc.sql("""
                                update account
                                set password = :password
                                where name = :name and disabled_at is null
                                """).param("name", name).param("password", password).update() == 1;
    }

    /** Whoever is signed in under this name has to sign in again. */
    void endSessions(String name) {
        jdbc.sql("delete from spring_session where principal_name = :name")
                .param("name", name)
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                Role.ofWireName(role)
                        .orElseThrow(() -> new IllegalStateException("expected a known role, but got " + role)),
                Optional.ofNullable(row.getString("customer")).map(CustomerId::new),
                row.getBoolean("single_sign_on"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("disabled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
