package io.adjudicator.workflow;

import io.adjudicator.casework.CaseOutbox;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.CaseStart;
import io.adjudicator.casework.ClosedTask;
import io.adjudicator.casework.Reminders;
import io.adjudicator.casework.Tasks;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.CompleteJobResponse;
import io.camunda.client.api.response.PublishMessageResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the engine for a process per case, and tells it what people did: the outbox of the cases. */
final class CasePublisher implements Publisher {

    /**
     * How long a signal waits at the broker for a process that is just about to wait for it. A process that comes later asks its step
     * where the case stands, and needs no signal.
     */
    private static final Duration SIGNAL_LIVES = Duration.ofMinutes(5);

    /** How often the engine is asked for processes that it should have, in case it lost some and nobody noticed. */
    private static final Duration BETWEEN_REPEATS = Duration.ofMinutes(5);

    private final CamundaClient client;
    private final CaseOutbox outbox;
    private final Tasks tasks;
    private final Reminders reminders;
    private final Seldom repeats = new Seldom(BETWEEN_REPEATS);
    private final Dispatch<CaseStart> starts;
    private final Dispatch<CaseSignal> signals;
    private final Dispatch<ClosedTask> answers;

    CasePublisher(CamundaClient client, CaseOutbox outbox, Tasks tasks, Reminders reminders) {
        this.client = client;
        this.outbox = outbox;
        this.tasks = tasks;
        this.reminders = reminders;
        this.starts = new Dispatch<>(this::start, Dispatch.AsGood.ALREADY_EXISTS, outbox::markStarted);
        this.signals = new Dispatch<>(this::signal, Dispatch.AsGood.ALREADY_EXISTS, outbox::markSignalled);
        this.answers = new Dispatch<>(this::answer, Dispatch.AsGood.GONE_OR_PAUSING, outbox::markTold);
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
    }

    @Override
    public void engineAway() {
        repeats.again();
    }

    private void askForAll() {
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
}
