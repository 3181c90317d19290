package io.adjudicator.intake;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of sessions. */
@Repository
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredSession> find(Collection<SessionName> names) {
        return jdbc.sql("""
                        select session_key, customer, name, contract_digest
                        from session
                        join unnest(cast(:customers as text[]), cast(:names as text[])) as wanted (customer, name)
                          using (customer, name)
                        """)
                .param("customers", customers(names))
                .param("names", names(names))
                .query(SessionStore::session)
                .list();
    }

    /**
     * Those that were missing, bound at once where their contract is known. In the order of the names, so that two transactions never
     * wait for each other crosswise.
     */
    List<StoredSession> create(SortedMap<SessionName, Optional<Digest>> wanted) {
        return jdbc.sql("""
                        insert into session (customer, name, contract_digest)
                        select customer, name, contract_digest
                        from unnest(cast(:customers as text[]), cast(:names as text[]), cast(:contracts as text[]))
                          with ordinality as wanted (customer, name, contract_digest, position)
                        order by position
                        on conflict (customer, name) do nothing
                        returning session_key, customer, name, contract_digest
                        """)
                .param("customers", customers(wanted.keySet()))
                .param("names", names(wanted.keySet()))
                .param(
                        "contracts",
                        wanted.values().stream()
                                .map(contract -> contract.map(Digest::value).orElse(null))
                                .toArray(String[]::new))
                .query(SessionStore::session)
                .list();
    }

    List<StoredSession> lock(Collection<SessionName> names) {
        return jdbc.sql("""
                        select session_key, customer, name, contract_digest
                        from session
                        join unnest(cast(:customers as text[]), cast(:names as text[])) as wanted (customer, name)
                          using (customer, name)
                        order by session_key
                        for update of session
                        """)
                .param("customers", customers(names))
                .param("names", names(names))
                .query(SessionStore::session)
                .list();
    }

    List<StoredSession> lockByKey(Collection<Long> sessionKeys) {
        return jdbc.sql("""
                        select session_key, customer, name, contract_digest
                        from session
                        where session_key = any (:keys)
                        order by session_key
                        for update
                        """)
                .param("keys", sessionKeys.toArray(Long[]::new))
                .query(SessionStore::session)
                .list();
    }

    void bind(Map<Long, Digest> contracts) {
        jdbc.sql("""
                        update session
                        set contract_digest = bound.contract_digest
                        from unnest(cast(:keys as bigint[]), cast(:contracts as text[])) as bound (session_key, contract_digest)
                        where session.session_key = bound.session_key
                        """)
                .param("keys", contracts.keySet().toArray(Long[]::new))
                .param(
                        "contracts",
                        contracts.values().stream().map(Digest::value).toArray(String[]::new))
                .update();
    }

    /** How many claims and evidence records each source has in each session; without any it is left out. */
    Map<Overflow.Share, Long> countByShare(Collection<Long> sessionKeys) {
        Map<Overflow.Share, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select session_key, source, count(*) as records
                        from (
                          select session_key, source from claim where session_key = any (:sessions)
                          union all
                          select session_key, source from evidence where session_key = any (:sessions)
                        ) as stored
                        group by session_key, source
                        """).param("sessions", sessionKeys.toArray(Long[]::new)).query(row -> {
            counts.put(new Overflow.Share(row.getLong("session_key"), row.getString("source")), row.getLong("records"));
        });
        return counts;
    }

    private static StoredSession session(ResultSet row, int number) throws SQLException {
        return new StoredSession(
                row.getLong("session_key"),
                new SessionName(new CustomerId(row.getString("customer")), row.getString("name")),
                Optional.ofNullable(row.getString("contract_digest")).map(Digest::new),
                false);
    }

    private static String[] customers(Collection<SessionName> names) {
        return names.stream().map(name -> name.customer().value()).toArray(String[]::new);
    }

    private static String[] names(Collection<SessionName> names) {
        return names.stream().map(SessionName::name).toArray(String[]::new);
    }
}
