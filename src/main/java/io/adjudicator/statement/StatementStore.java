package io.adjudicator.statement;

import io.adjudicator.kernel.Columns;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.ledger.Line;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of closed statements, and of the outcomes behind a line. */
@Repository
class StatementStore {

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> closed(CustomerId customer, YearMonth period) {
        return jdbc.sql("select document from statement where customer = :customer and period = cast(:period as date)")
                .param("customer", customer.value())
                .param("period", period.atDay(1).toString())
                .query(String.class)
                .optional();
    }

    void insert(CustomerId customer, YearMonth period, Instant closedAt, String closedBy, String document) {
        jdbc.sql("""
                        insert into statement (customer, period, closed_at, closed_by, document)
                        values (:customer, cast(:period as date), :closedAt, :closedBy, :document)
                        """)
                .param("customer", customer.value())
                .param("period", period.atDay(1).toString())
                .param("closedAt", Timestamp.from(closedAt))
                .param("closedBy", closedBy)
                .param("document", document)
                .update();
    }

    /** The months in which something was booked for the customer. */
    SortedSet<YearMonth> bookedMonths(CustomerId customer) {
        return jdbc
                .sql("select distinct booked_in from journal_entry where customer = :customer")
                .param("customer", customer.value())
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The month after the last that is closed or, if none is, the first that has a booking; of each customer that has one. */
    Map<CustomerId, YearMonth> earliestOpen(Collection<CustomerId> customers) {
        return jdbc
                .sql("""
                        select customer, coalesce(
                          (select closed_through + interval '1 month' from book where book.customer = asked.customer),
                          (select min(booked_in) from journal_entry where journal_entry.customer = asked.customer)) as period
                        from unnest(cast(:customers as text[])) as asked (customer)
                        """)
                .param("customers", Columns.texts(customers, CustomerId::value))
                .query((row, number) -> Map.entry(
                        new CustomerId(row.getString("customer")),
                        Optional.ofNullable(row.getDate("period")).map(date -> YearMonth.from(date.toLocalDate()))))
                .list()
                .stream()
                .filter(month -> month.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, month -> month.getValue().orElseThrow()));
    }

    /** Closed months, with when and by whom. */
    Map<YearMonth, StatementPeriod> closings(CustomerId customer) {
        return jdbc
                .sql("select period, closed_at, closed_by from statement where customer = :customer")
                .param("customer", customer.value())
                .query((row, number) -> new StatementPeriod(
                        YearMonth.from(row.getDate("period").toLocalDate()).toString(),
                        Statement.Status.CLOSED,
                        Optional.of(row.getTimestamp("closed_at").toInstant()),
                        Optional.of(row.getString("closed_by"))))
                .list()
                .stream()
                .collect(Collectors.toMap(closed -> YearMonth.parse(closed.period()), Function.identity()));
    }

    List<YearMonth> closedPeriods(CustomerId customer) {
        return jdbc
                .sql("select period from statement where customer = :customer order by period")
                .param("customer", customer.value())
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    /** What was booked for a line in a period, in the order in which it was booked. */
    List<LineOutcome> outcomes(CustomerId customer, YearMonth period, Line line, LineOutcome.Place after, int limit) {
        return jdbc.sql("""
                        select entry_key, number, kind, outcome_id, occurred_at, quantity, - amount as charged, posting.unit
                        from journal_entry
                        join posting using (entry_key)
                        join claim using (claim_key)
                        where journal_entry.customer = :customer and booked_in = cast(:period as date) and posting.account = 'REVENUE'
                          and line_kind = :kind and contract_version = :version and posting.outcome_type = :type and line = :line
                          and counts_in = cast(:countsIn as date) and free is not distinct from cast(:free as text)
                          and (entry_key, number) > (:afterEntry, :afterNumber)
                        order by entry_key, number
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("period", period.atDay(1).toString())
                .param("kind", line.kind().name())
                .param("version", line.contractVersion())
                .param("type", line.outcomeType().map(Object::toString).orElse(null))
                .param("line", line.name())
                .param("countsIn", line.countsIn().atDay(1).toString())
                .param("free", line.free().orElse(null))
                .param("afterEntry", after.entry())
                .param("afterNumber", after.number())
                .param("limit", limit)
                .query((row, number) -> new LineOutcome(
                        new LineOutcome.Place(row.getLong("entry_key"), row.getInt("number")),
                        row.getString("kind"),
                        row.getString("outcome_id"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getInt("quantity"),
                        new BigDecimal(row.getBigDecimal("charged")
                                .stripTrailingZeros()
                                .toPlainString()),
                        row.getString("unit")))
                .list();
    }
}
