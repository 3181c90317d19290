package io.adjudicator.report;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Period;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that finds the lines of a report. */
@Repository
class ReportStore {

    private static final int ROWS_AT_ONCE = 1_000;

    /**
     * A claim with what was booked of it in the month.
     *
     * @param firstNumber number of the first decision that was booked in the month; absent while the window is open
     * @param document of the last decision that was booked in the month
     * @param charged what they added to what outcomes cost in the month, by the journal; without interaction fees
     */
    record Row(
            long claimKey,
            Optional<Integer> firstNumber,
            Optional<String> document,
            BigDecimal charged,
            Optional<Instant> openUntil) {}

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of (occurredAt, source, id), compared by code point as the offline command does. A cursor: read it inside a transaction
     * and close it.
     */
    Stream<Row> rows(CustomerId customer, YearMonth month, Period pendingIn) {
        return jdbc
                .sql("""
                        with listed as (
                          select distinct claim_key
                          from decision
                          where customer = :customer and booked_in = :month
                          union all
                          select claim_key
                          from measurement_window
                          join claim using (claim_key)
                          where claim.customer = :customer
                            and claim.occurred_at >= :pendingFrom and claim.occurred_at < :pendingTo)
                        select claim.claim_key, decided.first_number, decided.document, coalesce(journal.charged, 0) as charged,
                          measurement_window.closes_at as open_until
                        from listed
                        join claim using (claim_key)
                        left join measurement_window using (claim_key)
                        left join lateral (
                          select min(number) as first_number, (array_agg(document order by number desc))[1] as document
                          from decision
                          where decision.claim_key = claim.claim_key and booked_in = :month) as decided on true
                        left join lateral (
                          select - sum(amount) as charged
                          from posting
                          join journal_entry using (entry_key)
                          where posting.claim_key = claim.claim_key and booked_in = :month
                            and (line_kind = 'OUTCOME' or account = 'FREE')) as journal on true
                        order by claim.occurred_at, claim.source collate "C", claim.id collate "C"
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("customer", customer.value())
                .param("month", Date.valueOf(month.atDay(1)))
                .param("pendingFrom", Timestamp.from(pendingIn.from()))
                .param("pendingTo", Timestamp.from(pendingIn.to()))
                .query(ReportStore::row)
                .stream();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int first = row.getInt("first_number");
        return new Row(
                row.getLong("claim_key"),
                row.wasNull() ? Optional.empty() : Optional.of(first),
                Optional.ofNullable(row.getString("document")),
                row.getBigDecimal("charged"),
                Optional.ofNullable(row.getTimestamp("open_until")).map(Timestamp::toInstant));
    }
}
