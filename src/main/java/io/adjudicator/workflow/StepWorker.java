package io.adjudicator.workflow;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Step;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.util.Map;

/** Has a room do its step of a case. Safe when the same job comes twice, because steps are. */
final class StepWorker implements JobHandler {

    private final Step step;

    StepWorker(Step step) {
        this.step = step;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        Map<String, Object> answer = step.run(new CaseId(JobAnswers.text(job, CaseProcesses.CASE_ID)));
        Way.check(step.job(), answer);
        JobAnswers.complete(client, job, answer);
    }
}
