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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process on the real broker, with its clock moved by hand and answers of the worker given in advance. */
class MeasurementWindowRunTest {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Instant OPENED = Instant.parse("2016-02-29T01:16:00Z");
    private static final Instant CLOSES = OPENED.plus(Duration.ofDays(3));
    private static final Instant MOVED_TO = CLOSES.plus(Duration.ofHours(5));
    private static final Cohort COHORT = new Cohort(new CohortId("northwind/1/support-resolution"), CLOSES, 1);

    private static final Settled MORE = new Settled(2_000, true, Optional.empty());
    private static final Settled WAIT = new Settled(0, false, Optional.of(MOVED_TO));
    private static final Settled DONE = new Settled(3, false, Optional.empty());

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(InstantSource.system());
    private final Deque<Settled> answers = new ConcurrentLinkedDeque<>();
    private final List<Instant> settledAt = new CopyOnWriteArrayList<>();
    private DataDirectory data;
    private EmbeddedZeebeBroker broker;
    private CamundaClient client;

    @BeforeEach
    void start() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "adjudicator");
        data = DataDirectory.open(directory);
        broker = EmbeddedZeebeBroker.start(data, cache, 0, Optional.of(clock));
        clock.moveTo(OPENED);
        assertThat(broker.awaitReady(BOUND)).isTrue();
        client = Zeebe.client(broker);
        client.newDeployResourceCommand()
                .addResourceFromClasspath(MeasurementWindowProcess.RESOURCE)
                .send()
                .join();
        client.newWorker()
                .jobType(MeasurementWindowProcess.SETTLE)
                .handler(this::settle)
                .open();
    }

    @AfterEach
    void stop() {
        client.close();
        broker.close();
        data.close();
    }

    @Test
    void settlesPageAfterPageAndWaitsForWindowsThatMoved() {
        answers.addAll(List.of(MORE, WAIT, MORE, DONE));
        publish(COHORT);
        assertThat(settledAt).isEmpty();

        clock.moveTo(CLOSES.minus(Duration.ofHours(1)));
        assertThat(settledAt).isEmpty();
        clock.moveTo(CLOSES);
        await().atMost(BOUND).until(() -> settledAt.size() == 2);

        clock.moveTo(MOVED_TO);
        await().atMost(BOUND).until(() -> settledAt.size() == 4);
        assertThat(settledAt).containsExactly(CLOSES, CLOSES, MOVED_TO, MOVED_TO);
    }

    @Test
    void refusesARepeatAndTakesANewGenerationAfterTheFirstIsSettled() {
        answers.addAll(List.of(DONE, DONE));
        publish(COHORT);
        assertThat(refusal(COHORT)).isEqualTo(Status.Code.ALREADY_EXISTS);
        clock.moveTo(CLOSES);
        await().atMost(BOUND).until(() -> settledAt.size() == 1);

        publish(new Cohort(COHORT.id(), CLOSES, 2));
        await().atMost(BOUND).until(() -> settledAt.size() == 2);
    }

    private void settle(JobClient jobs, ActivatedJob job) {
        Instant firedFor = Instant.parse(
                job.getVariable(MeasurementWindowProcess.SETTLES_AT).toString());
        settledAt.add(clock.now());
        jobs.newCompleteCommand(job)
                .variables(MeasurementWindowProcess.settled(answers.remove(), firedFor))
                .send()
                .join();
    }

    private void publish(Cohort cohort) {
        client.newPublishMessageCommand()
                .messageName(MeasurementWindowProcess.COHORT_OPENED)
                .correlationKey(cohort.id().value())
                .messageId(MeasurementWindowProcess.messageId(cohort))
                .timeToLive(Duration.ofMinutes(5))
                .variables(MeasurementWindowProcess.opened(cohort))
                .send()
                .join();
    }

    private Status.Code refusal(Cohort cohort) {
        try {
            publish(cohort);
            return Status.Code.OK;
        } catch (ClientStatusException e) {
            return e.getStatusCode();
        }
    }
}
