package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of what the journal comes to: a month's sums, and grants over all months. */
@Repository
class PeriodStore {

    private final JdbcClient jdbc;

    PeriodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one month's postings come to, without those that closed it. */
    List<PostingSum> sums(CustomerId customer, YearMonth month) {
        return jdbc.sql("""
                        select kind, account, unit, grant_key, line_kind, contract_version, outcome_type, line, counts_in, free,
                          sum(quantity) as quantity, sum(amount) as amount
                        from journal_entry
                        join posting using (entry_key)
                        where customer = :customer and booked_in = cast(:month as date) and kind <> 'CLOSED'
                        group by kind, account, unit, grant_key, line_kind, contract_version, outcome_type, line, counts_in, free
                        """)
                .param("customer", customer.value())
                .param("month", JournalStore.day(month))
                .query((row, number) -> new PostingSum(
                        EntryKind.valueOf(row.getString("kind")),
                        Account.valueOf(row.getString("account")),
                        Optional.ofNullable(row.getObject("grant_key", Long.class)),
                        JournalStore.line(row),
                        row.getLong("quantity"),
                        new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit")))))
                .list();
    }

    /** Every grant, with what was there when a month began. */
    List<GrantOpening> openings(CustomerId customer, YearMonth month) {
        return jdbc.sql("""
                        select grant_key, source, category, credit_grant.unit, priority, valid_from, expires_at, rollover_limit,
                          created_at, - coalesce(sum(amount) filter (where earlier), 0) as opened,
                          - coalesce(sum(amount) filter (where earlier and account = 'GRANT_HELD'), 0) as held
                        from credit_grant
                        left join (
                          select grant_key, account, amount, booked_in < cast(:month as date) as earlier
                          from posting
                          join journal_entry using (entry_key)
                          where customer = :customer and account in ('GRANT', 'GRANT_HELD')) as moved using (grant_key)
                        where customer = :customer
                        group by grant_key
                        order by grant_key
                        """)
                .param("customer", customer.value())
                .param("month", JournalStore.day(month))
                .query((row, number) -> new GrantOpening(
                        row.getLong("grant_key"),
                        BookStore.grant(customer, row),
                        row.getBigDecimal("opened"),
                        row.getBigDecimal("held")))
                .list();
    }

    /** What was kept, and by no grant, as a month began. */
    List<Amount> heldBefore(CustomerId customer, YearMonth month) {
        return jdbc.sql("""
                        select posting.unit, sum(amount) as amount
                        from journal_entry
                        join posting using (entry_key)
                        where customer = :customer and booked_in < cast(:month as date) and account = 'HELD'
                        group by posting.unit
                        """)
                .param("customer", customer.value())
                .param("month", JournalStore.day(month))
                .query((row, number) -> new Amount(row.getBigDecimal("amount"), new Unit(row.getString("unit"))))
                .list();
    }

    /** How much of a grant was granted, and why. */
    record Granted(BigDecimal amount, String note) {}

    Map<Long, Granted> granted(CustomerId customer) {
        Map<Long, Granted> granted = new HashMap<>();
        jdbc.sql("""
                        select grant_key, - sum(amount) as amount, min(note) as note
                        from journal_entry
                        join posting using (entry_key)
                        where customer = :customer and kind in ('GRANTED', 'ROLLED_IN') and grant_key is not null
                        group by grant_key
                        """).param("customer", customer.value()).query(row -> {
            granted.put(row.getLong("grant_key"), new Granted(row.getBigDecimal("amount"), row.getString("note")));
        });
        return granted;
    }

    /** What of a month is owed in one unit. */
    Amount owed(CustomerId customer, YearMonth month, Unit unit) {
        BigDecimal owed = jdbc.sql("""
                        select coalesce(sum(amount), 0)
                        from journal_entry
                        join posting using (entry_key)
                        where customer = :customer and booked_in = cast(:month as date) and account = 'RECEIVABLE'
                          and posting.unit = :unit
                        """)
                .param("customer", customer.value())
                .param("month", JournalStore.day(month))
                .param("unit", unit.code())
                .query(BigDecimal.class)
                .single();
        return new Amount(owed, unit);
    }
}
