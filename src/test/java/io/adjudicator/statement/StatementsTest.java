package io.adjudicator.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.TestDatabase;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.ledger.Deal;
import io.adjudicator.ledger.Replica;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closing months on real PostgreSQL, while others book. */
class StatementsTest {

    private static final CustomerId DESK = new CustomerId("desk");
    private static final YearMonth JANUARY = YearMonth.parse("2026-01");
    private static final YearMonth FEBRUARY = YearMonth.parse("2026-02");
    private static final InstantSource IN_MARCH = InstantSource.fixed(Instant.parse("2026-03-05T00:00:00Z"));
    private static final int BOOKERS = 6;
    private static final int EACH = 40;

    private final TestDatabase database = new TestDatabase();
    private final Replica first = new Replica(database);
    private final Replica second = new Replica(database);
    private ContractVersion contract;

    @BeforeEach
    void publish() {
        DraftVersion draft = Deal.folder(
                        "desk",
                        Deal.text(
                                """
                                unit: USD
                                fees: [{id: platform, clause: "OF 4", name: Platform fee, amount: 20.005, every: month}]
                                minimum: {clause: "OF 6", amount: 60, every: month}
                                credits:
                                  - {id: hello, clause: "OF 5", category: promotional, amount: 7.503, every: month, expires: end_of_month}
                                """,
                                "{simple: {graduated: [{up_to: 20, price: 0.955}, {price: 0.901}]}, complex: 0.333}"))
                .drafts()
                .getFirst();
        first.contracts().publish(draft, "deal desk");
        first.contracts().refresh();
        contract = draft.version();
    }

    private static Statements statements(Replica replica) {
        return new Statements(
                replica.contracts(), replica.ledger(), new StatementStore(replica.jdbc()), IN_MARCH, _ -> {});
    }

    private static Statement close(Replica replica, YearMonth month) {
        return replica.inTransaction(() -> statements(replica).close(DESK, month, "test"));
    }

    private static Statement of(Replica replica, YearMonth month) {
        return replica.inTransaction(() -> statements(replica).of(DESK, month));
    }

    private void decide(Replica replica, long claim, Optional<String> tier) {
        Instant at = Instant.parse("2026-01-10T00:00:00Z").plusSeconds(claim);
        replica.book(List.of(), List.of(Deal.decision(claim, contract, at, tier, at, JANUARY)));
    }

    @Test
    void theDraftIsTheFinalStatementAndTheSumOfItsEntries() {
        for (long claim = 1; claim <= 30; claim++) {
            decide(first, claim, Optional.of(claim % 3 == 0 ? "complex" : "simple"));
        }
        decide(first, 4, Optional.empty());
        Statement draft = of(second, JANUARY);

        Statement closed = close(first, JANUARY);

        assertThat(closed).isEqualTo(draft.closed(IN_MARCH.instant()));
        assertThat(closed.total()).isEqualByComparingTo(receivable(JANUARY));
        assertThat(close(second, JANUARY)).isEqualTo(closed);
        assertThat(of(second, JANUARY)).isEqualTo(closed);
        assertThat(first.jdbc()
                        .sql("select count(*) from statement")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsTakenBackAfterTheCloseIsCreditedInTheNextMonth() {
        for (long claim = 1; claim <= 30; claim++) {
            decide(first, claim, Optional.of("simple"));
        }
        Statement january = close(first, JANUARY);

        decide(second, 4, Optional.empty());
        Statement february = close(second, FEBRUARY);

        assertThat(of(first, JANUARY)).isEqualTo(january);
        StatementLine credited = february.lines().getFirst();
        assertThat(credited.period()).isEqualTo("2026-01");
        assertThat(credited.reversed()).isEqualTo(1);
        assertThat(credited.net()).as("the thirtieth").isEqualByComparingTo("-0.901");
        assertThat(february.total()).isEqualByComparingTo(receivable(FEBRUARY));
    }

    @Test
    void eachDecisionLandsInExactlyOneMonthHoweverManyClose() throws Exception {
        List<Callable<Statement>> work = new ArrayList<>();
        for (int booker = 0; booker < BOOKERS; booker++) {
            int own = booker;
            Replica replica = booker % 2 == 0 ? first : second;
            work.add(() -> {
                for (long claim = own * EACH; claim < (own + 1) * EACH; claim++) {
                    decide(replica, claim, Optional.of("simple"));
                }
                return of(replica, JANUARY);
            });
        }
        for (Replica replica : List.of(first, second, first, second)) {
            work.add(() -> close(replica, JANUARY));
        }
        List<Statement> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<Statement>> started = work.stream().map(threads::submit).toList();
            for (Future<Statement> one : started) {
                seen.add(one.get());
            }
        }

        Statement january = of(first, JANUARY);
        assertThat(seen.subList(BOOKERS, seen.size())).containsOnly(january);
        Statement february = close(first, FEBRUARY);
        assertThat(gross(january) + gross(february)).isEqualTo(BOOKERS * EACH);
        assertThat(january.total()).isEqualByComparingTo(receivable(JANUARY));
        assertThat(february.total()).isEqualByComparingTo(receivable(FEBRUARY));
        assertThat(first.jdbc()
                        .sql(
                                "select count(*) from (select claim_key from posting where line_kind = 'OUTCOME' group by claim_key having count(*) <> 1)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static long gross(Statement statement) {
        return statement.lines().stream().mapToLong(StatementLine::gross).sum();
    }

    private BigDecimal receivable(YearMonth month) {
        return first.jdbc()
                .sql("""
                        select sum(amount)
                        from posting
                        join journal_entry using (entry_key)
                        where account = 'RECEIVABLE' and unit = 'USD' and booked_in = cast(:month as date)
                        """)
                .param("month", month.atDay(1).toString())
                .query(BigDecimal.class)
                .single();
    }
}
