package io.adjudicator.workflow;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.NewTask;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts BPMN user tasks into the queue. The job is kept, and completed by {@link CasePublisher} once the task is no longer open. A
 * replica that dies before its task is in the queue loses nothing: the broker soon gives the job to another.
 */
final class UserTaskWorker implements JobHandler {

    /** How long the broker leaves us a job whose task is in the queue. Then it comes again, and changes nothing. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final CamundaClient engine;
    private final Tasks tasks;

    UserTaskWorker(CamundaClient engine, Tasks tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        tasks.ask(asked(job));
        JobAnswers.lossIsHarmless(
                job, engine.newUpdateTimeoutCommand(job).timeout(KEPT).send());
    }

    private static NewTask asked(ActivatedJob job) {
        String element = job.getElementId();
        TaskKind kind = TaskKind.ofWireName(element)
                .orElseThrow(() -> new IllegalStateException("expected a kind of task, but got " + element));
        Map<String, Object> variables = job.getVariablesAsMap();
        return new NewTask(
                new CaseId(JobAnswers.text(job, CaseProcesses.CASE_ID)),
                kind,
                ((Number) job.getVariable(CaseProcesses.ROUND)).intValue(),
                instant(variables.get(CaseProcesses.REMIND_AT)),
                instant(variables.get(CaseProcesses.DUE_AT)),
                job.getKey());
    }

    private static Optional<Instant> instant(@Nullable Object text) {
        return Optional.ofNullable(text).map(Object::toString).map(Instant::parse);
    }
}
