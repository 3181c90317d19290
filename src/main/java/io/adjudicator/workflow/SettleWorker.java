package io.adjudicator.workflow;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.adjudication.Settled;
import io.adjudicator.window.CohortId;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles one page of a cohort per job. Safe when the same job comes twice, to this replica or to another. */
final class SettleWorker implements JobHandler {

    /** How long the broker waits before it gives the job to somebody else; a page takes about a second. */
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(SettleWorker.class);

    /** Waited for here and not at the broker, whose clock may stand still in a replay. */
    private static final Duration BACK_OFF = Duration.ofSeconds(5);

    private final Adjudicator adjudicator;

    SettleWorker(Adjudicator adjudicator) {
        this.adjudicator = adjudicator;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        CohortId cohort = new CohortId(text(job, MeasurementWindowProcess.COHORT_ID));
        try {
            Settled page = adjudicator.settle(cohort);
            settled(cohort, page);
            Instant firedFor = Instant.parse(text(job, MeasurementWindowProcess.SETTLES_AT));
            complete(client, job, page, firedFor);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("cohort", cohort.value())
                    .setCause(e)
                    .log("cohort {} was not settled; it is tried again in {}", cohort, BACK_OFF);
            retryLater(client, job, e);
        }
    }

    private static void settled(CohortId cohort, Settled page) {
        LOG.atInfo()
                .addKeyValue("cohort", cohort.value())
                .addKeyValue("decisions", page.decisions())
                .addKeyValue("moreDue", page.moreDue())
                .log("Page of windows settled");
    }

    /** An answer that is lost costs a repeat of the page, which then finds nothing to do. */
    private static void complete(JobClient client, ActivatedJob job, Settled page, Instant firedFor) {
        var _ = client.newCompleteCommand(job)
                .variables(MeasurementWindowProcess.settled(page, firedFor))
                .send()
                .exceptionally(lost -> {
                    LOG.debug("the completion of job {} was lost", job.getKey(), lost);
                    return null;
                });
    }

    /** The number of retries never falls: at zero the broker would raise an incident and the cohort would be stuck. */
    private static void retryLater(JobClient client, ActivatedJob job, RuntimeException failure) {
        CompletableFuture.delayedExecutor(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> client.newFailCommand(job)
                        .retries(Math.max(1, job.getRetries()))
                        .errorMessage(failure.getClass().getName())
                        .send()
                        .exceptionally(lost -> {
                            LOG.debug("the failure of job {} was lost", job.getKey(), lost);
                            return null;
                        }));
    }

    private static String text(ActivatedJob job, String variable) {
        return job.getVariable(variable).toString();
    }
}
