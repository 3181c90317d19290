package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.CaseOutbox;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.CaseStart;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.NewCase;
import io.adjudicator.casework.Reminders;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.Tasks;
import io.adjudicator.casework.WorkCase;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.CustomerId;
import io.camunda.client.CamundaClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The whole service with real PostgreSQL and Zeebe, and with steps that are told in advance what to answer. */
final class CaseService implements AutoCloseable {

    static final Duration BOUND = Duration.ofMinutes(3);
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor REVIEWER = actor("user:rita", Role.REVIEWER);
    static final Actor LEAD = actor("user:lena", Role.LEAD);
    static final Actor FINANCE = actor("user:fynn", Role.FINANCE_ADMIN);
    static final Actor OTHER_FINANCE = actor("user:fay", Role.FINANCE_ADMIN);

    private final ConfigurableApplicationContext context;

    private CaseService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With embedded database and broker under the directory, unless the arguments name others. */
    static CaseService start(Path directory, String... more) {
        Stream<String> usual = Stream.of(
                "--adjudicator.data-dir=" + directory.resolve("data"),
                "--adjudicator.contracts-dir=" + directory.resolve("no-contracts"),
                "--adjudicator.clock=movable",
                "--server.port=0",
                "--spring.main.register-shutdown-hook=false");
        return new CaseService(new SpringApplicationBuilder(io.adjudicator.Application.class, ToldSteps.class)
                .run(Stream.concat(usual, Stream.of(more)).toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Cases cases() {
        return bean(Cases.class);
    }

    Tasks tasks() {
        return bean(Tasks.class);
    }

    Instant now() {
        return bean(MovableClock.class).now();
    }

    void moveTo(Instant instant) {
        bean(MovableClock.class).moveTo(instant);
    }

    CaseId open(CaseKind kind, String name, Map<String, Object> first) {
        return open(kind, name, first, Optional.empty());
    }

    CaseId open(CaseKind kind, String name, Map<String, Object> first, Optional<CaseId> parent) {
        CaseId id = id(kind, name);
        ToldSteps.tell(id, first);
        cases().open(new NewCase(id, kind, new CustomerId("northwind"), "outcome " + name, now(), parent));
        return id;
    }

    static CaseId id(CaseKind kind, String name) {
        return new CaseId(switch (kind) {
                    case CLAIM_REVIEW -> "rev_";
                    case DISPUTE -> "dsp_";
                    case CREDIT_REVIEW -> "crv_";
                }
                + name);
    }

    /** The one open task of the case, once it is in the queue. */
    Task task(CaseId id) {
        return await().atMost(BOUND)
                .until(() -> openTasks(id), open -> open.size() == 1)
                .getFirst();
    }

    List<Task> openTasks(CaseId id) {
        return tasks().ofCase(id).stream().filter(Task::open).toList();
    }

    /** As a room does that records a decision: what the process does next is known in the same transaction. */
    void complete(Task task, Actor by, Map<String, Object> next) {
        bean(TransactionOperations.class).executeWithoutResult(status -> {
            tasks().complete(task.id(), task.version(), by, Map.of("decision", "made"));
            ToldSteps.tell(task.caseId(), next);
        });
    }

    /** As a room does whose case is not needed any more. */
    void withdraw(CaseId id) {
        bean(TransactionOperations.class).executeWithoutResult(status -> {
            ToldSteps.tell(id, ToldSteps.DONE);
            cases().signal(id, CaseSignal.WITHDRAWN);
            cases().close(id, "withdrawn", now());
        });
    }

    /** As the sweep does for a case whose process may be lost. */
    void askForProcessAgain(CaseId id) {
        bean(CamundaClient.class)
                .newPublishMessageCommand()
                .messageName(CaseProcesses.opened(cases().find(id).orElseThrow().kind()))
                .correlationKey(id.value())
                .timeToLive(Duration.ZERO)
                .variables(CaseProcesses.variables(id))
                .send()
                .join();
    }

    /** While a process lives, none can be started for the same case: so if one starts, the first has ended. */
    void awaitEnded(CaseId id) {
        int before = ToldSteps.ran(id).size();
        await().atMost(BOUND).pollInterval(Duration.ofMillis(500)).until(() -> {
            askForProcessAgain(id);
            return ToldSteps.ran(id).size() > before;
        });
    }

    void awaitRan(CaseId id, String... jobs) {
        await().atMost(BOUND).untilAsserted(() -> assertThat(ToldSteps.ran(id)).containsExactly(jobs));
    }

    void awaitRanTimes(CaseId id, int times) {
        await().atMost(BOUND).until(() -> ToldSteps.ran(id).size() == times);
    }

    void awaitTimersFired(CaseId id, int times) {
        await().atMost(BOUND).until(() -> ToldSteps.timersFired(id) == times);
    }

    void awaitJobsFailing(int expected) {
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(bean(MeterRegistry.class)
                                .get("adjudicator.jobs.failing")
                                .gauge()
                                .value())
                        .isEqualTo(expected));
    }

    /** Somebody starts a process by hand. It has no case, so its first step fails, more often than its job has retries, until they end it. */
    void tryWithoutCase(int tries) {
        CamundaClient engine = bean(CamundaClient.class);
        long process = engine.newCreateInstanceCommand()
                .bpmnProcessId(CaseKind.CREDIT_REVIEW.wireName())
                .latestVersion()
                .send()
                .join()
                .getProcessInstanceKey();
        Counter failed = bean(MeterRegistry.class).counter("adjudicator.jobs.failed", "job", "credit.prepare");
        for (int tried = 1; tried <= tries; tried++) {
            int times = tried;
            await().atMost(BOUND).until(() -> failed.count() >= times);
            moveTo(now().plus(Duration.ofMinutes(1)));
        }
        var _ = engine.newCancelInstanceCommand(process).send().join();
    }

    /** As somebody does at the engine who lets a job run out of retries: it raises an incident, and its process is blocked. */
    void failForGood(Task task) {
        long job = bean(JdbcClient.class)
                .sql("select job_key from task where task_id = :id")
                .param("id", task.id().value())
                .query(Long.class)
                .single();
        var _ = bean(CamundaClient.class).newFailCommand(job).retries(0).send().join();
    }

    /** As if another engine had asked for the task. */
    void giveJobKey(Task task, long jobKey) {
        bean(JdbcClient.class)
                .sql("update task set job_key = :key where task_id = :id")
                .param("key", jobKey)
                .param("id", task.id().value())
                .update();
    }

    /** The engine has taken all that people answered, or has no use for it. */
    void awaitAllTold() {
        await().atMost(BOUND).until(() -> count("select count(*) from task where state <> 'OPEN' and not told") == 0);
    }

    List<CaseId> casesStill() {
        return bean(CaseOutbox.class).still(100).stream().map(CaseStart::id).toList();
    }

    /** As the engine's rounds do, without the minutes before. */
    void restartUntil(Callable<Boolean> condition) {
        CasePublisher publisher =
                new CasePublisher(bean(CamundaClient.class), bean(CaseOutbox.class), tasks(), bean(Reminders.class));
        publisher.restart();
        await().atMost(BOUND).pollInterval(Duration.ofMillis(500)).until(() -> {
            publisher.publishOverdue();
            return condition.call();
        });
    }

    void awaitClosed(CaseId id) {
        await().atMost(BOUND).until(() -> cases().find(id).map(WorkCase::closed).orElse(false));
    }

    void awaitEvent(CaseId id, String what) {
        await().atMost(BOUND).until(() -> events(id).contains(what));
    }

    List<String> events(CaseId id) {
        return cases().timeline(id).stream().map(CaseEvent::what).toList();
    }

    long count(String sql) {
        return bean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    void killBroker() throws Exception {
        String pid = Long.toString(bean(EmbeddedZeebeBroker.class).pid().orElseThrow());
        if (!new ProcessBuilder("kill", "-KILL", pid).start().waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("expected the broker to be killed, but kill did not end");
        }
    }

    static Actor actor(String id, Role role) {
        return new Actor(id, id, role, Optional.empty());
    }

    @Override
    public void close() {
        context.close();
    }
}
