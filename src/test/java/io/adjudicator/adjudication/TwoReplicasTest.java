package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.Application;
import io.adjudicator.contract.Contracts;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.Deal;
import io.adjudicator.window.Cohort;
import io.adjudicator.window.CohortId;
import io.adjudicator.window.Windows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two services on one real database behave as one. */
class TwoReplicasTest {

    private static final Instant START = OneSession.hour(0);
    private static final int SESSIONS = 300;
    private static final CustomerId FABRIKAM = new CustomerId("fabrikam");
    private static final CustomerId CREDIT_DESK = new CustomerId("credit-desk");
    private static final String GRADUATED = Deal.text(
            """
            unit: {credits: desk-credit, worth: 0.01, currency: USD, clause: "OF 4.1"}
            credits:
              - {id: plan, clause: "OF 5", category: plan, amount: 150, every: month, expires: end_of_month}
            """, "{simple: {graduated: [{up_to: 50, price: 2}, {up_to: 100, price: 1.5}, {price: 1}]}, complex: 5}");
    private static final String OF_CREDIT_DESK = "join credit_grant using (grant_key) where customer = :customer";
    private static final String POSTINGS =
            "from posting join journal_entry using (entry_key) where customer = :customer";

    @TempDir
    private static Path directory;

    private static List<ConfigurableApplicationContext> replicas = List.of();
    private static final ExecutorService BOTH = Executors.newFixedThreadPool(4);

    @BeforeAll
    static void start() {
        ConfigurableApplicationContext first = service("--adjudicator.data-dir=" + directory.resolve("data"));
        JdbcConnectionDetails database = first.getBean(JdbcConnectionDetails.class);
        ConfigurableApplicationContext second = service(
                "--adjudicator.data-dir=" + directory.resolve("other"),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
        replicas = List.of(first, second);
        replicas.forEach(replica -> replica.getBean(MovableClock.class).moveTo(START));
    }

    private static ConfigurableApplicationContext service(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .run(Stream.concat(
                                Stream.of(properties),
                                Stream.of(
                                        "--server.port=0",
                                        "--adjudicator.embedded.zeebe=false",
                                        "--adjudicator.clock=movable",
                                        "--spring.main.register-shutdown-hook=false"))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        BOTH.shutdownNow();
        replicas.reversed().forEach(ConfigurableApplicationContext::close);
    }

    private static Instant now() {
        return replicas.getFirst().getBean(MovableClock.class).instant();
    }

    private static void waitUntilWindowsHaveClosed() {
        Instant later = now().plus(Duration.ofHours(100));
        replicas.forEach(replica -> replica.getBean(MovableClock.class).moveTo(later));
    }

    @Test
    void storeEachRecordOnceAndSettleEachClaimOnce() throws Exception {
        List<Received> records = records(FABRIKAM, now(), 0, SESSIONS, 2);
        List<Callable<List<Receipt>>> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
            List<Received> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(sender));
            Adjudicator adjudicator = replicas.get(sender % 2).getBean(Adjudicator.class);
            senders.add(() -> adjudicator.receive(shuffled));
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Future<List<Receipt>> answer : BOTH.invokeAll(senders)) {
            receipts.addAll(answer.get());
        }
        assertThat(receipts.stream().filter(Receipt.Accepted.class::isInstance)).hasSize(records.size());
        assertThat(receipts.stream().filter(Receipt.Duplicate.class::isInstance))
                .hasSize(3 * records.size());

        waitUntilWindowsHaveClosed();
        settleEverywhere();

        assertThat(count("select count(*) from measurement_window")).isZero();
        assertThat(count("select count(*) from cohort where not settled")).isZero();
        assertThat(count("select count(*) from decision where customer = 'fabrikam'"))
                .isEqualTo(SESSIONS);
        assertThat(count("select count(*) from decision where customer = 'fabrikam' and verdict = 'BILLABLE'"))
                .isEqualTo(SESSIONS / 2);
        assertThat(count("select count(*) from decision where customer = 'fabrikam' and reason = 'escalated_to_human'"))
                .isEqualTo(SESSIONS / 2);
        assertThat(count("select sum(quantity) from posting join journal_entry using (entry_key)"
                        + " where customer = 'fabrikam' and line_kind = 'OUTCOME'"))
                .as("charged once each")
                .isEqualTo(SESSIONS / 2);
        assertThat(count("select count(*) from posting join journal_entry using (entry_key)"
                        + " where customer = 'fabrikam' and account in ('HELD', 'GRANT_HELD') having sum(amount) = 0"))
                .as("held and released; what was handed off was decided at once, and no window opened")
                .isEqualTo(SESSIONS);
    }

    /**
     * Of 160 sessions every fourth is handed off, so 120 are charged: 50 × 2 + 50 × 1.50 + 20 × 1 = 195 credits, at most 150 of them paid
     * by the plan: what a window holds and does not need is free only when it is settled. 80 that are reported when their windows have
     * closed use up what is left, for at least 75 are used by those that held 2 and came to 1 or more. 200 are 195 + 80 × 1 = 275: 150 of
     * the plan, and 125 owed.
     */
    @Test
    void countEachOutcomeOnceAndDrawEachCreditOnce() throws Exception {
        replicas.getFirst()
                .getBean(Contracts.class)
                .publish(Deal.folder(CREDIT_DESK.value(), GRADUATED).drafts().getFirst(), "deal desk");
        Instant from = now();
        sendFromEverywhere(records(CREDIT_DESK, from, 0, 160, 4));
        waitUntilWindowsHaveClosed();
        settleEverywhere();

        assertCharged(120, "195");
        assertThat(numberOf("select sum(available) from grant_balance " + OF_CREDIT_DESK))
                .isBetween(BigDecimal.ZERO, new BigDecimal("75"));

        sendFromEverywhere(records(CREDIT_DESK, from, 160, 240, 1_000));

        assertCharged(200, "275");
        assertThat(numberOf("select sum(used) from grant_balance " + OF_CREDIT_DESK))
                .isEqualByComparingTo("150");
        assertThat(numberOf("select sum(available + held) from grant_balance " + OF_CREDIT_DESK))
                .isEqualByComparingTo("0");
        assertThat(numberOf("select sum(amount) " + POSTINGS + " and account = 'RECEIVABLE'"))
                .isEqualByComparingTo("125");
    }

    /** A price of the count, each credit in one place, and no entry out of balance. That no grant is below zero, its table sees to. */
    private static void assertCharged(long outcomes, String credits) {
        assertThat(numberOf("select count from meter where customer = :customer"))
                .isEqualByComparingTo(BigDecimal.valueOf(outcomes));
        assertThat(numberOf("select - sum(amount) " + POSTINGS + " and line_kind = 'OUTCOME'"))
                .isEqualByComparingTo(credits);
        assertThat(numberOf("select - sum(amount) " + POSTINGS + " and account in ('GRANT', 'GRANT_HELD')"))
                .as("what the journal leaves of the grants; those of earlier months have lapsed")
                .isEqualByComparingTo(numberOf("select sum(available + held) from grant_balance " + OF_CREDIT_DESK));
        assertThat(numberOf("select sum(amount) " + POSTINGS + " and account = 'RECEIVABLE'")
                        .add(numberOf("select sum(used) from grant_balance " + OF_CREDIT_DESK)))
                .as("owed or paid by the grant")
                .isEqualByComparingTo(credits);
        assertThat(numberOf("select count(*) from (select 1 " + POSTINGS
                        + " group by entry_key, unit having sum(amount) <> 0)"))
                .as("entries out of balance")
                .isEqualByComparingTo("0");
    }

    /** Four at once, each with all records in an order of its own, in small batches. */
    private static void sendFromEverywhere(List<Received> records) throws Exception {
        List<Callable<List<Receipt>>> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
            List<Received> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(10 + sender));
            Adjudicator adjudicator = replicas.get(sender % 2).getBean(Adjudicator.class);
            senders.add(() -> inBatchesOf(15, shuffled, adjudicator));
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Future<List<Receipt>> answer : BOTH.invokeAll(senders)) {
            receipts.addAll(answer.get());
        }
        assertThat(receipts.stream().filter(Receipt.Accepted.class::isInstance)).hasSize(records.size());
    }

    private static List<Receipt> inBatchesOf(int size, List<Received> records, Adjudicator adjudicator) {
        List<Receipt> receipts = new ArrayList<>();
        for (int from = 0; from < records.size(); from += size) {
            receipts.addAll(adjudicator.receive(records.subList(from, Math.min(from + size, records.size()))));
        }
        return receipts;
    }

    /** Four at once, two of them from the other end. */
    private static void settleEverywhere() throws Exception {
        List<CohortId> cohorts = replicas.getFirst().getBean(Windows.class).unpublished(1_000).stream()
                .map(Cohort::id)
                .toList();
        List<Callable<List<Receipt>>> settlers = new ArrayList<>();
        for (ConfigurableApplicationContext replica : replicas) {
            settlers.add(() -> settle(replica.getBean(Adjudicator.class), cohorts));
            settlers.add(() -> settle(replica.getBean(Adjudicator.class), cohorts.reversed()));
        }
        for (Future<List<Receipt>> settled : BOTH.invokeAll(settlers)) {
            settled.get();
        }
    }

    private static List<Receipt> settle(Adjudicator adjudicator, List<CohortId> cohorts) {
        for (CohortId cohort : cohorts) {
            Settled page = adjudicator.settle(cohort);
            while (page.moreDue()) {
                page = adjudicator.settle(cohort);
            }
        }
        return List.of();
    }

    private static long count(String query) {
        return replicas.getFirst()
                .getBean(JdbcClient.class)
                .sql(query)
                .query(Long.class)
                .single();
    }

    private static BigDecimal numberOf(String query) {
        return replicas.getFirst()
                .getBean(JdbcClient.class)
                .sql(query)
                .param("customer", CREDIT_DESK.value())
                .query(BigDecimal.class)
                .single();
    }

    /** Each session has a claim, every nth one a handoff as well. */
    private static List<Received> records(CustomerId customer, Instant from, int first, int end, int nth) {
        return IntStream.range(first, end)
                .mapToObj(Integer::valueOf)
                .<Received>flatMap(session -> (session + 1) % nth == 0
                        ? Stream.of(claim(customer, session, from), handoff(customer, session, from))
                        : Stream.of(claim(customer, session, from)))
                .toList();
    }

    private static Claim claim(CustomerId customer, int session, Instant from) {
        Claim sample = OneSession.claim(0, "c");
        return new Claim(
                new SourceId("replicas", customer + "-c-" + session),
                customer,
                sample.outcomeType(),
                "r-" + session,
                from.plusSeconds(session),
                from.plusSeconds(session),
                "a",
                "chat",
                "w",
                Optional.empty(),
                Map.of("turns", 4L, "actions", 0L, "topic", "order"));
    }

    private static Evidence handoff(CustomerId customer, int session, Instant from) {
        Evidence sample = OneSession.seen(EvidenceKind.HANDOFF, 0);
        return new Evidence(
                new SourceId("replicas", customer + "-e-" + session),
                customer,
                "r-" + session,
                Optional.empty(),
                EvidenceKind.HANDOFF,
                sample.grade(),
                from.plusSeconds(session),
                Optional.empty(),
                Optional.empty());
    }
}
