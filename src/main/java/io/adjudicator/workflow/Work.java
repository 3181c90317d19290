package io.adjudicator.workflow;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.List;

/**
 * A type of job that this service does.
 *
 * @param handler throws whatever it cannot do, and leaves it to {@code failures}
 * @param variables what the handler needs to know; nothing else is sent
 */
record Work(String job, JobHandler handler, List<String> variables, JobFailures failures) {

    /** How long the broker waits before it gives the job to somebody else; a page of windows takes about a second. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    JobWorker open(CamundaClient client) {
        return client.newWorker()
                .jobType(job)
                .handler((worker, given) -> {
                    handler.handle(worker, given);
                    failures.succeeded(given);
                })
                .jobExceptionHandler(failures)
                .name("adjudicator")
                .timeout(TIMEOUT)
                .fetchVariables(variables)
                .open();
    }
}
