package io.adjudicator.workflow;

import io.adjudicator.window.Cohort;
import io.adjudicator.window.Windows;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.PublishMessageResponse;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the engine for a process per cohort: the outbox of the windows. */
final class CohortPublisher {

    /** In flight at once; a broker under pressure refuses what it cannot take, and that is sent in the next round. */
    private static final int PAGE = 500;

    /** The most that one sweep looks at; what is beyond it is overdue in the next one too. */
    private static final int SWEEP = 50_000;

    /** How long the broker remembers a message id. Afterwards an overdue cohort may start a process anew. */
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    /** A cohort this late has lost its process, or the engine is far behind; asking again is harmless then. */
    private static final Duration OVERDUE_AFTER = Duration.ofSeconds(20);

    private static final int HTTP_CONFLICT = 409;

    private final CamundaClient client;
    private final Windows windows;
    private final InstantSource clock;
    private final Lateness lateness = new Lateness(OVERDUE_AFTER);

    CohortPublisher(CamundaClient client, Windows windows, InstantSource clock) {
        this.client = client;
        this.windows = windows;
        this.clock = clock;
    }

    /** Publishes until no cohort is left. */
    void publishNew() {
        int published;
        do {
            published = publish(windows.unpublished(PAGE));
        } while (published == PAGE);
    }

    /** Publishes again what should have settled: after the engine lost its data, this is what brings the processes back. */
    void publishOverdue() {
        Instant now = clock.instant();
        List<Cohort> overdue = windows.overdue(lateness.dueBefore(now), SWEEP);
        for (int from = 0; from < overdue.size(); from += PAGE) {
            publish(overdue.subList(from, Math.min(from + PAGE, overdue.size())));
        }
        lateness.looked(now);
    }

    void engineAway() {
        lateness.forget();
    }

    private int publish(List<Cohort> cohorts) {
        Map<Cohort, CamundaFuture<PublishMessageResponse>> sent = new LinkedHashMap<>();
        cohorts.forEach(cohort -> sent.put(cohort, send(cohort)));
        List<Cohort> taken = new ArrayList<>();
        List<ClientException> refused = new ArrayList<>();
        sent.forEach((cohort, answer) -> {
            try {
                if (carried(answer)) {
                    taken.add(cohort);
                }
            } catch (ClientException e) {
                refused.add(e);
            }
        });
        windows.markPublished(taken);
        refused.stream().findFirst().ifPresent(first -> {
            throw first;
        });
        return taken.size();
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

    /** A message that is there already, sent by an earlier try or by another replica, is as good as ours. */
    private static boolean carried(CamundaFuture<PublishMessageResponse> answer) {
        try {
            return answer.join() != null;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.ALREADY_EXISTS) {
                return true;
            }
            throw e;
        } catch (ProblemException e) {
            if (e.code() == HTTP_CONFLICT) {
                return true;
            }
            throw e;
        }
    }
}
