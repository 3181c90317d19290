package io.adjudicator.workflow;

import io.adjudicator.adjudication.CohortsJoined;
import io.adjudicator.casework.CaseworkChanged;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the engine at work, in rounds on one thread: deploy, open the workers, publish what is new, and three times a minute what is
 * overdue. A round that fails is the next round's work.
 */
class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(20);

    private final CamundaClient client;
    private final List<Publisher> publishers;
    private final List<Work> works;
    private final BooleanSupplier reachable;
    private final Seldom deployments = new Seldom(BETWEEN_SWEEPS);
    private final Seldom sweeps = new Seldom(BETWEEN_SWEEPS);
    private final Seldom complaints = new Seldom(Duration.ofMinutes(1));
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("zeebe-rounds").factory());
    private List<JobWorker> workers = List.of();
    private volatile boolean working;

    /** {@code reachable} is false while a broker of our own is known not to be ready, so that nobody talks to it early. */
    Engine(CamundaClient client, List<Publisher> publishers, List<Work> works, BooleanSupplier reachable) {
        this.client = client;
        this.publishers = List.copyOf(publishers);
        this.works = List.copyOf(works);
        this.reachable = reachable;
    }

    void start() {
        var _ = rounds.scheduleWithFixedDelay(this::round, 0, BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last round was a success: processes are deployed and all is published. */
    boolean working() {
        return working;
    }

    /** Called after each intake, thousands of times a second, and for each case: one question in the queue is enough. */
    @EventListener(CohortsJoined.class)
    @TransactionalEventListener(classes = CaseworkChanged.class, fallbackExecution = true)
    void publishSoon() {
        if (working && asked.compareAndSet(false, true)) {
            try {
                rounds.execute(this::round);
            } catch (RejectedExecutionException closing) {
                LOG.debug("what is new is published after the next start", closing);
            }
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        workers.forEach(JobWorker::close);
    }

    private void round() {
        asked.set(false);
        if (!reachable.getAsBoolean()) {
            away();
            return;
        }
        try {
            work();
            working = true;
        } catch (RuntimeException e) {
            complain(e);
            away();
        }
    }

    /** One failed round is repaired by the next, as when a moved clock lets a request time out at once; two in a row are trouble. */
    private void complain(RuntimeException e) {
        if (working) {
            LOG.info("a round with Zeebe failed; trying again in a second: {}", e.toString());
        } else {
            complaints.now(() -> LOG.warn(
                    "Zeebe or the database does not answer; cohorts and cases wait until it does: {}", e.toString()));
        }
    }

    private void away() {
        working = false;
        deployments.again();
        sweeps.again();
        publishers.forEach(Publisher::engineAway);
    }

    /** Deploying an unchanged process changes nothing, so doing it again and again also repairs an engine that lost its data. */
    private void work() {
        deployments.now(this::deploy);
        if (workers.isEmpty()) {
            workers = works.stream().map(work -> work.open(client)).toList();
        }
        all(Stream.concat(
                Stream.of(() -> sweeps.now(() -> all(publishers.stream().map(each -> each::publishOverdue)))),
                publishers.stream().map(each -> each::publishNew)));
    }

    /** What holds up one does not hold up the others: windows settle though a case cannot be told. Throws the first failure at the end. */
    private static void all(Stream<Runnable> chores) {
        List<RuntimeException> failures = new ArrayList<>();
        chores.forEach(chore -> {
            try {
                chore.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        failures.stream().findFirst().ifPresent(first -> {
            throw first;
        });
    }

    private void deploy() {
        DeployResourceCommandStep2 command =
                client.newDeployResourceCommand().addResourceFromClasspath(MeasurementWindowProcess.RESOURCE);
        for (String resource : CaseProcesses.resources()) {
            command = command.addResourceFromClasspath(resource);
        }
        var _ = command.send().join();
    }
}
