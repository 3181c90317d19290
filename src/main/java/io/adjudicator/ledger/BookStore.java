package io.adjudicator.ledger;

import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All SQL of books, grants and counts. Locks are always taken in this order: books by customer, then for each customer its grants
 * and its meters; so two transactions wait for each other at most in one direction. A customer's book is locked by number, not by row:
 * there those who wait are served in turn, so that whoever closes a month is not overtaken for ever by those who book.
 */
@Repository
class BookStore {

    private final JdbcClient jdbc;

    BookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last closed month of each of these customers that has one. Nobody can close another until the transaction ends. */
    Map<CustomerId, YearMonth> closedThrough(Collection<CustomerId> customers) {
        String[] ids = ids(customers);
        jdbc.sql("""
                        select pg_advisory_xact_lock_shared(hashtextextended('book of ' || customer, 0))
                        from unnest(cast(:customers as text[])) as customer
                        """).param("customers", ids).query(row -> {});
        return closed(ids);
    }

    boolean hasGrants(CustomerId customer) {
        return jdbc.sql("select exists (select from credit_grant where customer = :customer)")
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }

    /** Waits for whoever else draws from the customer's grants or adds to them, until its transaction ends. */
    void lockGrants(CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('grants of ' || :customer, 0))")
                .param("customer", customer.value())
                .query(row -> {});
    }

    /** The last closed month, with nobody else booking until the transaction ends. */
    Optional<YearMonth> lockAlone(CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('book of ' || :customer, 0))")
                .param("customer", customer.value())
                .query(row -> {});
        return Optional.ofNullable(closed(ids(List.of(customer))).get(customer));
    }

    /** Read after the lock was granted, in a statement of its own: one that waits sees what stood before it waited. */
    private Map<CustomerId, YearMonth> closed(String[] ids) {
        Map<CustomerId, YearMonth> closed = new HashMap<>();
        jdbc.sql("select customer, closed_through from book where customer = any (:customers)")
                .param("customers", ids)
                .query(row -> {
                    closed.put(
                            new CustomerId(row.getString("customer")),
                            YearMonth.from(row.getDate("closed_through").toLocalDate()));
                });
        return closed;
    }

    void closeThrough(CustomerId customer, YearMonth month) {
        jdbc.sql("""
                        insert into book (customer, closed_through) values (:customer, cast(:month as date))
                        on conflict (customer) do update set closed_through = excluded.closed_through
                        """)
                .param("month", month.atDay(1).toString())
                .param("customer", customer.value())
                .update();
    }

    /** Every grant of the customer. */
    List<Credit> credits(CustomerId customer) {
        return jdbc.sql("""
                        select grant_key, source, category, unit, priority, valid_from, expires_at, rollover_limit, created_at,
                          available, held, used, rolled_in
                        from credit_grant
                        join grant_balance using (grant_key)
                        where customer = :customer
                        order by grant_key
                        """)
                .param("customer", customer.value())
                .query((row, number) -> credit(customer, row))
                .list();
    }

    private static Credit credit(CustomerId customer, ResultSet row) throws SQLException {
        return new Credit(
                row.getLong("grant_key"),
                grant(customer, row),
                row.getBigDecimal("available"),
                row.getBigDecimal("held"),
                row.getBigDecimal("used"),
                row.getBigDecimal("rolled_in"));
    }

    static CreditGrant grant(CustomerId customer, ResultSet row) throws SQLException {
        return new CreditGrant(
                customer,
                row.getString("source"),
                row.getString("category"),
                new Unit(row.getString("unit")),
                row.getInt("priority"),
                row.getTimestamp("valid_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getBigDecimal("rollover_limit")),
                row.getTimestamp("created_at").toInstant());
    }

    /** Keeps a new grant's terms. The caller has locked the grants, so that its source is new. */
    long insert(CreditGrant grant) {
        long key = jdbc.sql("""
                        insert into credit_grant (customer, source, category, unit, priority, valid_from, expires_at,
                          rollover_limit, created_at)
                        values (:customer, :source, :category, :unit, :priority, :validFrom, cast(:expiresAt as timestamptz),
                          cast(:rolloverLimit as numeric), :createdAt)
                        returning grant_key
                        """)
                .param("customer", grant.customer().value())
                .param("source", grant.source())
                .param("category", grant.category())
                .param("unit", grant.unit().code())
                .param("priority", grant.priority())
                .param("validFrom", Timestamp.from(grant.validFrom()))
                .param("expiresAt", grant.expiresAt().map(Instant::toString).orElse(null))
                .param(
                        "rolloverLimit",
                        grant.rolloverLimit()
                                .map(limit -> limit.toPlainString())
                                .orElse(null))
                .param("createdAt", Timestamp.from(grant.createdAt()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into grant_balance (grant_key) values (:grant)")
                .param("grant", key)
                .update();
        return key;
    }

    /** The counts of these meters of a customer, locked. */
    Map<Meter, Long> lockMeters(CustomerId customer, Collection<Meter> meters) {
        jdbc.sql("""
                        insert into meter (customer, contract_version, outcome_type, line, month, count)
                        select :customer, version, type, line, month, 0
                        from unnest(cast(:versions as integer[]), cast(:types as text[]), cast(:lines as text[]),
                          cast(:months as date[])) as wanted (version, type, line, month)
                        order by month, version, type, line
                        on conflict do nothing
                        """)
                .param("customer", customer.value())
                .param("versions", versions(meters))
                .param(
                        "types",
                        Columns.texts(meters, meter -> meter.outcomeType().value()))
                .param("lines", Columns.texts(meters, Meter::line))
                .param(
                        "months",
                        Columns.texts(meters, meter -> meter.month().atDay(1).toString()))
                .update();
        Map<Meter, Long> counts = new HashMap<>();
        jdbc.sql("""
                        select contract_version, outcome_type, line, month, count
                        from meter
                        where customer = :customer and (month, contract_version, outcome_type, line) in (
                          select month, version, type, line
                          from unnest(cast(:versions as integer[]), cast(:types as text[]), cast(:lines as text[]),
                            cast(:months as date[])) as wanted (version, type, line, month))
                        order by month, contract_version, outcome_type, line
                        for update
                        """)
                .param("customer", customer.value())
                .param("versions", versions(meters))
                .param(
                        "types",
                        Columns.texts(meters, meter -> meter.outcomeType().value()))
                .param("lines", Columns.texts(meters, Meter::line))
                .param(
                        "months",
                        Columns.texts(meters, meter -> meter.month().atDay(1).toString()))
                .query(row -> {
                    counts.put(
                            new Meter(
                                    row.getInt("contract_version"),
                                    new OutcomeType(row.getString("outcome_type")),
                                    row.getString("line"),
                                    YearMonth.from(row.getDate("month").toLocalDate())),
                            row.getLong("count"));
                });
        return counts;
    }

    void update(CustomerId customer, Map<Meter, Long> counts) {
        List<Meter> meters = List.copyOf(counts.keySet());
        jdbc.sql("""
                        update meter
                        set count = counted.count
                        from unnest(cast(:versions as integer[]), cast(:types as text[]), cast(:lines as text[]),
                          cast(:months as date[]), cast(:counts as bigint[])) as counted (version, type, line, month, count)
                        where meter.customer = :customer and meter.contract_version = counted.version
                          and meter.outcome_type = counted.type and meter.line = counted.line and meter.month = counted.month
                        """)
                .param("customer", customer.value())
                .param("versions", versions(meters))
                .param(
                        "types",
                        Columns.texts(meters, meter -> meter.outcomeType().value()))
                .param("lines", Columns.texts(meters, Meter::line))
                .param(
                        "months",
                        Columns.texts(meters, meter -> meter.month().atDay(1).toString()))
                .param("counts", meters.stream().mapToLong(counts::get).toArray())
                .update();
    }

    private static int[] versions(Collection<Meter> meters) {
        return meters.stream().mapToInt(Meter::contractVersion).toArray();
    }

    private static String[] ids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).sorted().distinct().toArray(String[]::new);
    }
}
