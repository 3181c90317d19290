package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.Application;
import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Step;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.Tasks;
import io.adjudicator.casework.WorkCase;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.review.TaskVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service on a real database and a real engine: what people do is done by the tests, everything else by the processes. */
final class LiveOffice implements AutoCloseable {

    static final Duration BOUND = Duration.ofMinutes(3);
    static final Instant OCCURRED = Instant.parse("2026-07-01T10:00:00Z");

    private final Path directory;
    private final ConfigurableApplicationContext context;

    private LiveOffice(Path directory, ConfigurableApplicationContext context) {
        this.directory = directory;
        this.context = context;
    }

    static LiveOffice start(Path directory) {
        return new LiveOffice(
                directory,
                new SpringApplicationBuilder(Application.class)
                        .run(
                                "--adjudicator.data-dir=" + directory.resolve("data"),
                                "--adjudicator.contracts-dir=src/test/contracts/disputes",
                                "--adjudicator.clock=movable",
                                "--server.port=0",
                                "--spring.main.register-shutdown-hook=false"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    void moveTo(Instant instant) {
        bean(MovableClock.class).moveTo(instant);
    }

    /** Claims whose windows then close: insurance costs 2.49, refund 0.99, and what is odd goes to a person. */
    void settled(Map<String, String> topics) {
        moveTo(OCCURRED.plusSeconds(60));
        bean(Adjudicator.class)
                .receive(topics.entrySet().stream()
                        .<Received>map(topic -> claim(topic.getKey(), topic.getValue()))
                        .toList());
        moveTo(OCCURRED.plus(Duration.ofHours(73)));
        await().atMost(BOUND).until(() -> count("select count(*) from decision") == topics.size());
    }

    private static Claim claim(String id, String topic) {
        return new Claim(
                new SourceId("crm", id),
                Office.ACME,
                Office.SUPPORT,
                "s-" + id,
                OCCURRED,
                OCCURRED,
                "Berlin",
                "chat",
                "refund",
                Optional.empty(),
                Map.of("topic", topic));
    }

    CaseId raise(String reference, String... claims) {
        return bean(Disputes.class)
                .raise(Office.objection(reference, Office.of(claims)), Office.CARL)
                .dispute()
                .id();
    }

    /** The one open task of the case, once it is in the queue. */
    Task task(CaseId id) {
        return await().atMost(BOUND)
                .until(
                        () -> bean(Tasks.class).ofCase(id).stream()
                                .filter(Task::open)
                                .toList(),
                        open -> open.size() == 1)
                .getFirst();
    }

    void answer(CaseId id, Answer answer, Actor by) {
        Task task = task(id);
        bean(DisputeDesk.class).answer(List.of(new TaskVersion(task.id(), task.version())), answer, by);
    }

    void bringEvidence(CaseId id) {
        NewEvidence note = new NewEvidence(
                Optional.of(dispute(id).outcomes().getFirst().outcomeId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Ticket 4711"),
                Optional.empty());
        bean(Disputes.class).addEvidence(id, note, Office.CARL);
    }

    void approve(CaseId credit, Actor by) {
        Task task = task(credit);
        bean(CreditReviews.class).decide(task.id(), task.version(), true, "", by);
    }

    Dispute dispute(CaseId id) {
        return bean(Disputes.class).find(id).orElseThrow();
    }

    DisputeState state(CaseId id) {
        return dispute(id).standing().state();
    }

    void awaitState(CaseId id, DisputeState state) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    /** The credit that the dispute waits for, once it does. */
    CaseId credit(CaseId dispute) {
        awaitState(dispute, DisputeState.IN_CREDIT_REVIEW);
        return dispute(dispute).standing().credit().orElseThrow();
    }

    void awaitClosed(CaseId id) {
        await().atMost(BOUND)
                .until(() -> bean(Cases.class).find(id).map(WorkCase::closed).orElse(false));
    }

    List<String> timeline(CaseId id) {
        return bean(Cases.class).timeline(id).stream().map(CaseEvent::what).toList();
    }

    /** As an engine does whose last words are lost. */
    void step(String job, CaseId id) {
        context.getBeansOfType(Step.class).values().stream()
                .filter(step -> step.job().equals(job))
                .findAny()
                .orElseThrow()
                .run(id);
    }

    /** What the customer is charged for outcomes, in all. */
    BigDecimal charged(String... claims) {
        return bean(JdbcClient.class)
                .sql("""
                        select coalesce(sum(posting.amount), 0)
                        from posting
                        join claim using (claim_key)
                        where posting.account = 'RECEIVABLE' and outcome_id = any (:outcomes)
                        """)
                .param("outcomes", Arrays.stream(claims).map(Office::outcome).toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
    }

    long count(String query) {
        return bean(JdbcClient.class).sql(query).query(Long.class).single();
    }

    /**
     * The broker dies and comes back empty under the same address, while the service keeps running. Its supervisor waits for the lock, so
     * that {@code meanwhile} happens without an engine.
     */
    void loseEngine(Runnable meanwhile) {
        EmbeddedZeebeBroker broker = bean(EmbeddedZeebeBroker.class);
        synchronized (broker) {
            ProcessHandle process = ProcessHandle.of(broker.pid().orElseThrow()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            deleteEngineData(directory);
            meanwhile.run();
        }
    }

    static void deleteEngineData(Path directory) {
        try (Stream<Path> files = Files.walk(directory.resolve("data/zeebe/data"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
