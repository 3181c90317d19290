package io.adjudicator.bench;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.statement.LineOutcome;
import io.adjudicator.statement.LineOutcome.Place;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementLine;
import io.adjudicator.statement.Statements;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** Closing months of 50,000 claims of several tiers, one in twenty of them reopened after it was charged, paid in part by credits. */
final class Month {

    private static final CustomerId CUSTOMER = new CustomerId("acme");
    private static final Path CUSTOMERS = Path.of("src", "test", "contracts", "month");
    private static final YearMonth FIRST = YearMonth.of(2026, 7);
    private static final int MONTHS = 3;
    private static final int CLAIMS = 50_000;
    private static final int REOPENED = 20;
    private static final int PAGE = 1_000;

    private Month() {}

    static List<Measured> measure() throws Exception {
        double[] closed = new double[MONTHS];
        double[] expanded = new double[MONTHS];
        try (LiveService service = new LiveService(CUSTOMERS)) {
            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = FIRST.plusMonths(i);
                book(service, month, i * CLAIMS);
                service.moveTo(month.plusMonths(1)
                        .atDay(2)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
                long start = System.nanoTime();
                Statement statement = service.statements().close(CUSTOMER, month, "bench");
                closed[i] = milliseconds(start);
                expanded[i] = expand(service.statements(), statement);
            }
        }
        return List.of(
                Measured.of("a month of 50,000 claims closed", new Series(closed), "ms", "under 10,000 ms", ""),
                Measured.of("its longest line, page by page", new Series(expanded), "ms for 1,000 outcomes", "", ""));
    }

    private static void book(LiveService service, YearMonth month, int first) {
        Instant minute = month.atDay(3).atTime(10, 0).toInstant(ZoneOffset.UTC);
        service.moveTo(minute.plus(Duration.ofHours(1)));
        Batch.all(first, CLAIMS, minute).forEach(service::send);
        Instant settled = minute.plus(Duration.ofDays(4));
        service.moveTo(settled);
        service.settle(service.dueCohort(settled));
        Instant reopened = minute.plus(Duration.ofDays(6));
        service.moveTo(reopened);
        service.send(Batch.reopenings(first, CLAIMS, REOPENED, reopened.minusSeconds(60)));
    }

    /** Milliseconds for a page of outcomes behind the line that has the most of them. */
    private static double expand(Statements statements, Statement statement) {
        StatementLine longest = statement.lines().stream()
                .max(Comparator.comparingLong(StatementLine::gross))
                .orElseThrow();
        if (longest.reversed() == 0) {
            throw new IllegalStateException("expected outcomes of " + longest.key() + " to be reversed, but none was");
        }
        long start = System.nanoTime();
        int pages = 0;
        Place last = Place.START;
        for (List<LineOutcome> page = page(statements, statement, longest, last);
                !page.isEmpty();
                page = page(statements, statement, longest, last)) {
            last = page.getLast().place();
            pages++;
        }
        return milliseconds(start) / pages;
    }

    private static List<LineOutcome> page(Statements statements, Statement statement, StatementLine line, Place after) {
        return statements.outcomes(CUSTOMER, statement, line.key(), after, PAGE);
    }

    private static double milliseconds(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
