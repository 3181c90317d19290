package io.adjudicator.workflow;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What workers answer to the broker. Nobody waits for these answers: one that is lost costs a repeat of the job, which is harmless. */
final class JobAnswers {

    /** Waited for here and not at the broker, whose clock may stand still in a replay. */
    static final Duration BACK_OFF = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(JobAnswers.class);

    private JobAnswers() {}

    static void complete(JobClient client, ActivatedJob job, Map<String, Object> variables) {
        lossIsHarmless(job, client.newCompleteCommand(job).variables(variables).send());
    }

    /** The number of retries never falls: at zero the broker would raise an incident and the process would be stuck. */
    static void retryLater(JobClient client, ActivatedJob job, RuntimeException failure) {
        CompletableFuture.delayedExecutor(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> lossIsHarmless(
                        job,
                        client.newFailCommand(job)
                                .retries(Math.max(1, job.getRetries()))
                                .errorMessage(failure.getClass().getName())
                                .send()));
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
