package io.adjudicator.workflow;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Step;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a room do its step of a case. Safe when the same job comes twice, because steps are. */
final class StepWorker implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StepWorker.class);

    private final Step step;

    StepWorker(Step step) {
        this.step = step;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        String id = JobAnswers.text(job, CaseProcesses.CASE_ID);
        try {
            JobAnswers.complete(client, job, step.run(new CaseId(id)));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("case", id)
                    .setCause(e)
                    .log("{} of case {} failed; it is tried again in {}", step.job(), id, JobAnswers.BACK_OFF);
            JobAnswers.retryLater(client, job, e);
        }
    }
}
