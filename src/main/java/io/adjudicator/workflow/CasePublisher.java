package io.adjudicator.workflow;

import io.adjudicator.casework.CaseOutbox;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.CaseStart;
import io.adjudicator.casework.ClosedTask;
import io.adjudicator.casework.Reminders;
import io.adjudicator.casework.Tasks;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.CompleteJobResponse;
import io.camunda.client.api.response.PublishMessageResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the engine for a process per case, and tells it what people did: the outbox of the cases. */
final class CasePublisher implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(CasePublisher.class);

    /**
     * How long a signal waits at the broker for a process that is just about to wait for it. A process that comes later asks its step
     * where the case stands, and needs no signal.
     */
    private static final Duration SIGNAL_LIVES = Duration.ofMinutes(5);

    /** How often the engine is asked for processes that it should have, in case it lost some and nobody noticed. */
    private static final Duration BETWEEN_REPEATS = Duration.ofMinutes(5);

    /**
     * How often cases that stand still get new processes, and how long an engine that was away is given first: one that is only far behind
     * must not be kept from catching up.
     */
    private static final Duration BETWEEN_RESTARTS = Duration.ofMinutes(5);

    private static final int MOST_RESTARTED = 100;

    /** Zeebe's keys hold the number of the partition, from 1, above a counter of 51 bits (its {@code Protocol.KEY_BITS}). */
    private static final int BITS_BELOW_PARTITION = 51;

    private final CamundaClient client;
    private final CaseOutbox outbox;
    private final Tasks tasks;
    private final Reminders reminders;
    private final Seldom repeats = new Seldom(BETWEEN_REPEATS);
    private final Seldom restarts = new Seldom(BETWEEN_RESTARTS);
    private final Dispatch<CaseStart> starts;
    private final Dispatch<CaseSignal> signals;
    private final Dispatch<ClosedTask> answers;

    CasePublisher(CamundaClient client, CaseOutbox outbox, Tasks tasks, Reminders reminders) {
        this.client = client;
        this.outbox = outbox;
        this.tasks = tasks;
        this.reminders = reminders;
        restarts.later();
        this.starts = new Dispatch<>(
                this::start, (start, refusal) -> Refusal.ALREADY_EXISTS.is(refusal), outbox::markStarted);
        this.signals = new Dispatch<>(
                this::signal, (signal, refusal) -> Refusal.ALREADY_EXISTS.is(refusal), outbox::markSignalled);
        this.answers = new Dispatch<>(this::answer, this::nobodyWaits, outbox::markTold);
    }

    @Override
    public void publishNew() {
        starts.drain(outbox::unstarted);
        answers.drain(outbox::closedTasks);
        signals.drain(outbox::signals);
    }

    /** What time does to tasks does not wait for timers alone, and an open case whose process is lost gets another. */
    @Override
    public void publishOverdue() {
        reminders.lookAtAll();
        var _ = tasks.returnUntouched();
        repeats.now(this::askForAll);
        restarts.now(this::restart);
    }

    @Override
    public void engineAway() {
        repeats.again();
        restarts.later();
    }

    /**
     * An incident at the engine, or a job that somebody took there, blocks a process, and while that lives there is no other. Told that
     * nobody needs it, it ends, whatever blocks it; the next sweep asks for another one, which walks to where the case stands.
     */
    void restart() {
        List<CaseStart> still = outbox.still(MOST_RESTARTED);
        if (!still.isEmpty()) {
            LOG.warn(
                    "{} cases stand still and get new processes: {}",
                    still.size(),
                    still.stream().map(CaseStart::id).toList());
            still.stream().map(this::end).toList().forEach(CamundaFuture::join);
            repeats.again();
        }
    }

    /**
     * What people answered is told first: an engine that lost its data gives the keys of its jobs anew, and a late answer would find some
     * other job under its key.
     */
    private void askForAll() {
        answers.drain(outbox::closedTasks);
        List<CaseStart> page = outbox.open(Optional.empty(), Dispatch.PAGE);
        while (!page.isEmpty()) {
            starts.send(page);
            page = outbox.open(Optional.of(page.getLast().id()), Dispatch.PAGE);
        }
    }

    /** It is not kept at the broker: kept, it would start a second process as soon as the first one ends. */
    private CamundaFuture<PublishMessageResponse> start(CaseStart start) {
        return client.newPublishMessageCommand()
                .messageName(CaseProcesses.opened(start.kind()))
                .correlationKey(start.id().value())
                .timeToLive(Duration.ZERO)
                .variables(CaseProcesses.variables(start.id()))
                .send();
    }

    /** Only a process that is there now. */
    private CamundaFuture<PublishMessageResponse> end(CaseStart still) {
        return client.newPublishMessageCommand()
                .messageName(CaseSignal.WITHDRAWN)
                .correlationKey(still.id().value())
                .timeToLive(Duration.ZERO)
                .send();
    }

    private CamundaFuture<PublishMessageResponse> signal(CaseSignal signal) {
        return client.newPublishMessageCommand()
                .messageName(signal.message())
                .correlationKey(signal.caseId().value())
                .messageId("signal " + signal.key())
                .timeToLive(SIGNAL_LIVES)
                .send();
    }

    /**
     * Without variables: the step that follows says where the case stands. So even a job of another process, to which an engine that
     * lost its data gave the same key, comes to no harm: its step sends it back to where it was.
     */
    private CamundaFuture<CompleteJobResponse> answer(ClosedTask task) {
        return client.newCompleteCommand(task.jobKey()).send();
    }

    private boolean nobodyWaits(ClosedTask task, ClientException refusal) {
        return Refusal.GONE_OR_PAUSING.is(refusal) || ofAnotherEngine(task.jobKey());
    }

    /**
     * A cluster that took the place of a larger one refuses jobs of the partitions that it has not, as it does those of one whose leader is
     * away for a moment. The first would never be taken.
     */
    private boolean ofAnotherEngine(long jobKey) {
        int partitions = client.newTopologyRequest().send().join().getPartitionsCount();
        long partition = jobKey >>> BITS_BELOW_PARTITION;
        return partitions > 0 && (partition < 1 || partition > partitions);
    }
}
