package io.adjudicator.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.Application;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.window.Cohort;
import io.adjudicator.window.CohortId;
import io.adjudicator.window.Windows;
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

    @Test
    void storeEachRecordOnceAndSettleEachClaimOnce() throws Exception {
        List<Received> records = records();
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

        replicas.forEach(replica -> replica.getBean(MovableClock.class).moveTo(START.plus(Duration.ofHours(100))));
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

        assertThat(count("select count(*) from measurement_window")).isZero();
        assertThat(count("select count(*) from decision")).isEqualTo(SESSIONS);
        assertThat(count("select count(*) from decision where verdict = 'BILLABLE'"))
                .isEqualTo(SESSIONS / 2);
        assertThat(count("select count(*) from decision where reason = 'escalated_to_human'"))
                .isEqualTo(SESSIONS / 2);
        assertThat(count("select count(*) from cohort where not settled")).isZero();
        assertThat(count("select sum(quantity) from posting where line_kind = 'OUTCOME'"))
                .as("charged once each")
                .isEqualTo(SESSIONS / 2);
        assertThat(count("select count(*) from posting where account in ('HELD', 'GRANT_HELD') having sum(amount) = 0"))
                .as("held and released; what was handed off was decided at once, and no window opened")
                .isEqualTo(SESSIONS);
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

    /** Each session has a claim, every other one a handoff. */
    private static List<Received> records() {
        return IntStream.range(0, SESSIONS)
                .mapToObj(Integer::valueOf)
                .<Received>flatMap(session ->
                        session % 2 == 0 ? Stream.of(claim(session)) : Stream.of(claim(session), handoff(session)))
                .toList();
    }

    private static Claim claim(int session) {
        Claim sample = OneSession.claim(0, "c");
        return new Claim(
                new SourceId("replicas", "c-" + session),
                new CustomerId("fabrikam"),
                sample.outcomeType(),
                "r-" + session,
                START.plusSeconds(session),
                START.plusSeconds(session),
                "a",
                "chat",
                "w",
                Optional.empty(),
                Map.of());
    }

    private static Evidence handoff(int session) {
        Evidence sample = OneSession.seen(EvidenceKind.HANDOFF, 0);
        return new Evidence(
                new SourceId("replicas", "e-" + session),
                sample.customer(),
                "r-" + session,
                Optional.empty(),
                EvidenceKind.HANDOFF,
                sample.grade(),
                START.plusSeconds(session),
                Optional.empty(),
                Optional.empty());
    }
}
