package io.adjudicator.workflow;

import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.adjudication.Settled;
import io.adjudicator.window.CohortId;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles one page of a cohort per job. Safe when the same job comes twice, to this replica or to another. */
final class SettleWorker implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SettleWorker.class);

    private final Adjudicator adjudicator;

    SettleWorker(Adjudicator adjudicator) {
        this.adjudicator = adjudicator;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        CohortId cohort = new CohortId(JobAnswers.text(job, MeasurementWindowProcess.COHORT_ID));
        Settled page = adjudicator.settle(cohort);
        settled(cohort, page);
        Instant firedFor = Instant.parse(JobAnswers.text(job, MeasurementWindowProcess.SETTLES_AT));
        JobAnswers.complete(client, job, MeasurementWindowProcess.settled(page, firedFor));
    }

    private static void settled(CohortId cohort, Settled page) {
        LOG.atInfo()
                .addKeyValue("cohort", cohort.value())
                .addKeyValue("decisions", page.decisions())
                .addKeyValue("moreDue", page.moreDue())
                .log("Page of windows settled");
    }
}
