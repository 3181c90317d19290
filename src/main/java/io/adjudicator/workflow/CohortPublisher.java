package io.adjudicator.workflow;

import io.adjudicator.window.Cohort;
import io.adjudicator.window.Windows;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.PublishMessageResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Asks the engine for a process per cohort: the outbox of the windows. */
final class CohortPublisher implements Publisher {

    /** The most that one sweep looks at; what is beyond it is overdue in the next one too. */
    private static final int SWEEP = 50_000;

    /** How long the broker remembers a message id. Afterwards an overdue cohort may start a process anew. */
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    /** A cohort this late has lost its process, or the engine is far behind; asking again is harmless then. */
    private static final Duration OVERDUE_AFTER = Duration.ofSeconds(20);

    private final CamundaClient client;
    private final Windows windows;
    private final InstantSource clock;
    private final Dispatch<Cohort> outbox;
    private final Lateness lateness = new Lateness(OVERDUE_AFTER);

    CohortPublisher(CamundaClient client, Windows windows, InstantSource clock) {
        this.client = client;
        this.windows = windows;
        this.clock = clock;
        this.outbox = new Dispatch<>(
                this::send, (cohort, refusal) -> Refusal.ALREADY_EXISTS.is(refusal), windows::markPublished);
    }

    @Override
    public void publishNew() {
        outbox.drain(windows::unpublished);
    }

    /** Publishes again what should have settled: after the engine lost its data, this is what brings the processes back. */
    @Override
    public void publishOverdue() {
        Instant now = clock.instant();
        List<Cohort> overdue = windows.overdue(lateness.dueBefore(now), SWEEP);
        for (int from = 0; from < overdue.size(); from += Dispatch.PAGE) {
            outbox.send(overdue.subList(from, Math.min(from + Dispatch.PAGE, overdue.size())));
        }
        lateness.looked(now);
    }

    @Override
    public void engineAway() {
        lateness.forget();
    }

    private CamundaFuture<PublishMessageResponse> send(Cohort cohort) {
        return client.newPublishMessageCommand()
                .messageName(MeasurementWindowProcess.COHORT_OPENED)
                .correlationKey(cohort.id().value())
                .messageId(MeasurementWindowProcess.messageId(cohort))
                .timeToLive(TIME_TO_LIVE)
                .variables(MeasurementWindowProcess.opened(cohort))
                .send();
    }
}
