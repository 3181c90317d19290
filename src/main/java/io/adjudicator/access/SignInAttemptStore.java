package io.adjudicator.access;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table sign_in_attempt. */
@Repository
class SignInAttemptStore {

    private final JdbcClient jdbc;

    SignInAttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many attempts besides one. */
    record Others(long ofName, long ofAddress) {}

    long insert(Optional<String> name, String address, Instant now) {
        return jdbc.sql("""
                        insert into sign_in_attempt (name, address, attempted_at)
                        values (:name, :address, cast(:now as timestamptz))
                        returning attempt_key
                        """)
                .param("name", name.orElse(null))
                .param("address", address)
                .param("now", now.toString())
                .query(Long.class)
                .single();
    }

    /** Those that began after {@code since}, also while this one did. */
    Others others(long key, Optional<String> name, String address, Instant since) {
        return jdbc.sql("""
                        select
                          (select count(*)
                           from sign_in_attempt
                           where name = :name and attempted_at > cast(:since as timestamptz) and attempt_key <> :key) as of_name,
                          (select count(*)
                           from sign_in_attempt
                           where address = :address and attempted_at > cast(:since as timestamptz) and attempt_key <> :key) as of_address
                        """)
                .param("key", key)
                .param("name", name.orElse(null))
                .param("address", address)
                .param("since", since.toString())
                .query((row, number) -> new Others(row.getLong("of_name"), row.getLong("of_address")))
                .single();
    }

    void delete(long key) {
        jdbc.sql("delete from sign_in_attempt where attempt_key = :key")
                .param("key", key)
                .update();
    }

    /** What failed before under a name counts against the address alone. */
    void forgive(String name) {
        jdbc.sql("update sign_in_attempt set name = null where name = :name")
                .param("name", name)
                .update();
    }

    void forget(Instant until) {
        jdbc.sql("delete from sign_in_attempt where attempted_at <= cast(:until as timestamptz)")
                .param("until", until.toString())
                .update();
    }
}
