package io.adjudicator.workflow;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What workers answer to the broker. Nobody waits for these answers: one that is lost costs a repeat of the job, which is harmless. */
final class JobAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(JobAnswers.class);

    private JobAnswers() {}

    static void complete(JobClient client, ActivatedJob job, Map<String, Object> variables) {
        lossIsHarmless(job, client.newCompleteCommand(job).variables(variables).send());
    }

    static void lossIsHarmless(ActivatedJob job, CompletionStage<?> answer) {
        var _ = answer.exceptionally(lost -> {
            LOG.debug("the answer to job {} was lost", job.getKey(), lost);
            return null;
        });
    }

    static String text(ActivatedJob job, String variable) {
        return job.getVariable(variable).toString();
    }
}
