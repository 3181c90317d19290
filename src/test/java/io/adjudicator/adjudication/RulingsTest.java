package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.api.TestPostgres;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.report.Totals;
import io.adjudicator.report.UsageDigest;
import io.adjudicator.report.UsageReports;
import io.adjudicator.statement.Statements;
import io.adjudicator.window.Cohort;
import io.adjudicator.window.Windows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rulings in the whole service on a real PostgreSQL. The first two outcomes of a month cost 1.00, later ones 0.50; each ticket 0.10. Each
 * test begins with an empty database.
 */
@SpringBootTest(
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.clock=movable",
            "adjudicator.contracts-dir=src/test/contracts/rulings"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RulingsTest {

    private static final CustomerId ACME = new CustomerId("acme");
    private static final Instant CLAIMED = Instant.parse("2026-07-01T10:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-07-03T10:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-02T00:00:00Z");
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @Autowired
    private Adjudicator adjudicator;

    @Autowired
    private Rulings rulings;

    @Autowired
    private Claims claims;

    @Autowired
    private Windows windows;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Statements statements;

    @Autowired
    private UsageReports reports;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestPostgres::newDatabase);
    }

    @Test
    void whatNeedsAPersonStaysHeldAndCostsNothingUntilItIsRuled() {
        settled(flagged("a"));
        assertThat(verdict("a")).isEqualTo("NEEDS_REVIEW");
        assertThat(balance("HELD")).isEqualByComparingTo("1.10");
        assertThat(statements.of(ACME, JULY).total()).isEqualByComparingTo("0");
        assertThat(rulings.rule(List.of(ruling("r-1", "a", new Verdict.Billable()))))
                .containsExactly(new Effect(outcome("a"), 1, 2, "NEEDS_REVIEW", "BILLABLE", usd("1.10")));
        assertThat(balance("HELD")).isEqualByComparingTo("0");
        assertThat(statements.of(ACME, JULY).total()).isEqualByComparingTo("1.10");
        StoredDecision ruled =
                claims.dossier(outcome("a")).orElseThrow().decisions().getLast();
        assertThat(decisions.replay(ruled).same()).isTrue();
    }

    /** Three cost 1.00, 1.00 and 0.50. Without the first, the other two cost 2.00: 0.50 goes back, not 1.00. The ticket stays due. */
    @Test
    void thePreviewIsTheRun() {
        settled(plain("a"), plain("b"), plain("c"));
        List<Ruling> asked = List.of(ruling("r-1", "a", new Verdict.NotBillable("wrong_answer")));
        List<Effect> preview = rulings.preview(asked);
        assertThat(preview).containsExactly(new Effect(outcome("a"), 1, 2, "BILLABLE", "NOT_BILLABLE", usd("-0.50")));
        assertThat(verdict("a")).isEqualTo("BILLABLE");
        assertThat(jdbc.sql("select count(*) from ruling").query(Long.class).single())
                .isZero();
        assertThat(reported(JULY)).isEqualTo(usd("2.50"));
        assertThat(rulings.rule(asked)).isEqualTo(preview);
        assertThat(statements.of(ACME, JULY).total()).isEqualByComparingTo("2.30");
        assertThat(reported(JULY)).isEqualTo(usd("2.00"));
    }

    /** As a dispute does, which tries what an answer would come to before it lets it stand. */
    @Test
    void whatIsTriedAndTakenBackIsNotCountedAsDecided() {
        settled(plain("a"));
        double before = decided();
        TransactionTemplate attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        new TransactionTemplate(transactions).executeWithoutResult(whole -> {
            attempt.executeWithoutResult(tried -> {
                rulings.rule(List.of(ruling("r-1", "a", new Verdict.NotBillable("wrong_answer"))));
                tried.setRollbackOnly();
            });
            assertThat(verdict("a")).isEqualTo("BILLABLE");
            attempt.executeWithoutResult(
                    kept -> rulings.rule(List.of(ruling("r-2", "a", new Verdict.NotBillable("wrong_answer")))));
            attempt.executeWithoutResult(TransactionExecution::setRollbackOnly);
        });
        assertThat(verdict("a")).isEqualTo("NOT_BILLABLE");
        assertThat(decided() - before).isEqualTo(1);
    }

    private double decided() {
        return meters.find("adjudicator.decisions").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void acrossAClosedMonthTheMoneyGoesBackInTheOpenOne() {
        settled(plain("a"), plain("b"), plain("c"));
        clock.moveTo(AUGUST);
        assertThat(statements.close(ACME, JULY, "test").total()).isEqualByComparingTo("2.80");
        rulings.rule(List.of(ruling("r-1", "a", new Verdict.NotBillable("wrong_answer"))));
        assertThat(statements.of(ACME, JULY).total()).isEqualByComparingTo("2.80");
        assertThat(statements.of(ACME, JULY.plusMonths(1)).total()).isEqualByComparingTo("-0.50");
        assertThat(reported(JULY)).isEqualTo(usd("2.50"));
        assertThat(reported(JULY.plusMonths(1))).isEqualTo(usd("-0.50"));
    }

    /** What a month's usage report adds up to, which is what outcomes cost in its statement. */
    private Amount reported(YearMonth month) {
        UsageDigest digest = new UsageDigest(line -> true, 0, 0, ZoneOffset.UTC);
        reports.write(ACME, month, digest);
        Amount all = digest.totals().byUnit().getFirst().amount();
        assertThat(digest.totals().byTier()).extracting(Totals.Group::amount).containsExactly(all);
        return all;
    }

    @Test
    void theSameRulingTriedByManyAtOnceRulesOnce() throws Exception {
        settled(plain("a"));
        List<Callable<List<Effect>>> tries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tries.add(() -> rulings.rule(List.of(ruling("r-1", "a", new Verdict.NotBillable("wrong_answer")))));
        }
        List<BigDecimal> moved = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<List<Effect>> one : threads.invokeAll(tries)) {
                moved.add(one.get().getFirst().charged().number());
            }
        }
        assertThat(moved.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("-1.00");
        assertThat(claims.dossier(outcome("a")).orElseThrow().decisions()).hasSize(2);
    }

    @Test
    void refusesWhatCannotBeRuled() {
        settled(plain("a"));
        rulings.rule(List.of(ruling("r-1", "a", new Verdict.NotBillable("wrong_answer"))));
        assertThat(refusal(ruling("r-1", "a", new Verdict.Billable()))).isEqualTo("ruling_conflict");
        assertThat(refusal(new Ruling(
                        "r-2",
                        outcome("a"),
                        Optional.of(new Verdict.Billable()),
                        Optional.of("complex"),
                        Set.of(),
                        "",
                        "user:ann",
                        DECIDED)))
                .isEqualTo("unknown_tier");
        assertThat(refusal(new Ruling(
                        "r-3",
                        "oc_none",
                        Optional.of(new Verdict.Billable()),
                        Optional.empty(),
                        Set.of(),
                        "",
                        "user:ann",
                        DECIDED)))
                .isEqualTo("unknown_outcome");
        adjudicator.receive(List.of(claim("open", Map.of(), DECIDED)));
        assertThat(refusal(ruling("r-4", "open", new Verdict.Billable()))).isEqualTo("not_decided_yet");
        assertThat(jdbc.sql("select count(*) from ruling").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseKeepsRulings() {
        settled(plain("a"));
        rulings.rule(List.of(ruling("r-1", "a", new Verdict.NotBillable("wrong_answer"))));
        assertThatThrownBy(() ->
                        jdbc.sql("update ruling set ruled_by = 'user:bob'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from ruling").update()).hasMessageContaining("append-only");
    }

    private String refusal(Ruling ruling) {
        try {
            return "none, but " + rulings.rule(List.of(ruling));
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private void settled(Claim... received) {
        clock.moveTo(CLAIMED);
        adjudicator.receive(Stream.of(received).map(one -> (Received) one).toList());
        clock.moveTo(DECIDED);
        windows.unpublished(10).stream().map(Cohort::id).forEach(adjudicator::settle);
    }

    private static Claim plain(String id) {
        return claim(id, Map.of(), CLAIMED);
    }

    private static Claim flagged(String id) {
        return claim(id, Map.of("rating", 3L), CLAIMED);
    }

    private static Claim claim(String id, Map<String, Object> facts, Instant at) {
        Claim sample = OneSession.claim(0, id);
        return new Claim(
                sample.identity(),
                ACME,
                sample.outcomeType(),
                "s-" + id,
                at,
                at,
                "berlin",
                "chat",
                "refund",
                Optional.empty(),
                facts);
    }

    private static Ruling ruling(String id, String claim, Verdict verdict) {
        return new Ruling(
                id, outcome(claim), Optional.of(verdict), Optional.empty(), Set.of(), "seen", "user:ann", DECIDED);
    }

    private static String outcome(String id) {
        return OneSession.claim(0, id).outcomeId();
    }

    private String verdict(String id) {
        return claims.dossier(outcome(id)).orElseThrow().state().name();
    }

    private BigDecimal balance(String account) {
        return jdbc.sql("select coalesce(sum(amount), 0) from posting where account = :account")
                .param("account", account)
                .query(BigDecimal.class)
                .single();
    }

    private static Amount usd(String number) {
        return new Amount(new BigDecimal(number), new Unit("USD"));
    }
}
