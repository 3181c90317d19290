package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.adjudication.Settled;
import io.adjudicator.embedded.DataDirectory;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.window.Cohort;
import io.adjudicator.window.CohortId;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process on the real broker, with its clock moved by hand and answers of the worker given in advance. The tests share the broker: each
 * has a cohort of its own, and begins where the clock was left.
 */
class MeasurementWindowRunTest {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2016-02-29T01:16:00Z");

    private static final Settled MORE = new Settled(2_000, true, Optional.empty());
    private static final Settled DONE = new Settled(3, false, Optional.empty());

    @TempDir
    private static Path directory;

    private static final MovableClock CLOCK = new MovableClock(InstantSource.system());
    private static DataDirectory data;
    private static EmbeddedZeebeBroker broker;
    private static CamundaClient client;

    private final Deque<Settled> answers = new ConcurrentLinkedDeque<>();
    private final List<Instant> settledAt = new CopyOnWriteArrayList<>();
    private JobWorker worker;
    private Instant closes;

    @BeforeAll
    static void startBroker() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "adjudicator");
        data = DataDirectory.open(directory);
        broker = EmbeddedZeebeBroker.start(data, cache, 0, Optional.of(CLOCK));
        CLOCK.moveTo(START);
        assertThat(broker.awaitReady(BOUND)).isTrue();
        client = Zeebe.client(broker);
        client.newDeployResourceCommand()
                .addResourceFromClasspath(MeasurementWindowProcess.RESOURCE)
                .send()
                .join();
    }

    @BeforeEach
    void start() {
        closes = CLOCK.now().plus(Duration.ofDays(3));
        worker = client.newWorker()
                .jobType(MeasurementWindowProcess.SETTLE)
                .handler(this::settle)
                .open();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @AfterAll
    static void stopBroker() {
        client.close();
        broker.close();
        data.close();
    }

    @Test
    void settlesPageAfterPageAndWaitsForWindowsThatMoved() {
        Instant movedTo = closes.plus(Duration.ofHours(5));
        answers.addAll(List.of(MORE, new Settled(0, false, Optional.of(movedTo)), MORE, DONE));
        publish(cohort("northwind", 1));
        assertThat(settledAt).isEmpty();

        CLOCK.moveTo(closes.minus(Duration.ofHours(1)));
        assertThat(settledAt).isEmpty();
        CLOCK.moveTo(closes);
        await().atMost(BOUND).until(() -> settledAt.size() == 2);

        CLOCK.moveTo(movedTo);
        await().atMost(BOUND).until(() -> settledAt.size() == 4);
        assertThat(settledAt).containsExactly(closes, closes, movedTo, movedTo);
    }

    @Test
    void refusesARepeatAndTakesANewGenerationAfterTheFirstIsSettled() {
        answers.addAll(List.of(DONE, DONE));
        publish(cohort("fabrikam", 1));
        assertThat(refusal(cohort("fabrikam", 1))).isEqualTo(Status.Code.ALREADY_EXISTS);
        CLOCK.moveTo(closes);
        await().atMost(BOUND).until(() -> settledAt.size() == 1);

        publish(cohort("fabrikam", 2));
        await().atMost(BOUND).until(() -> settledAt.size() == 2);
    }

    private Cohort cohort(String customer, int generation) {
        return new Cohort(new CohortId(customer + "/1/support-resolution"), closes, generation);
    }

    private void settle(JobClient jobs, ActivatedJob job) {
        Instant firedFor = Instant.parse(
                job.getVariable(MeasurementWindowProcess.SETTLES_AT).toString());
        settledAt.add(CLOCK.now());
        jobs.newCompleteCommand(job)
                .variables(MeasurementWindowProcess.settled(answers.remove(), firedFor))
                .send()
                .join();
    }

    private static void publish(Cohort cohort) {
        client.newPublishMessageCommand()
                .messageName(MeasurementWindowProcess.COHORT_OPENED)
                .correlationKey(cohort.id().value())
                .messageId(MeasurementWindowProcess.messageId(cohort))
                .timeToLive(Duration.ofMinutes(5))
                .variables(MeasurementWindowProcess.opened(cohort))
                .send()
                .join();
    }

    private static Status.Code refusal(Cohort cohort) {
        try {
            publish(cohort);
            return Status.Code.OK;
        } catch (ClientStatusException e) {
            return e.getStatusCode();
        }
    }
}
