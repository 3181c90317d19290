package io.adjudicator.workflow;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobExceptionHandler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What becomes of a job that fails: it is said, counted, and tried again after growing pauses, for ever. So whatever was wrong, a database
 * that was away or a bug that is mended by a release, the process goes on by itself; an incident would wait for somebody.
 */
final class JobFailures implements JobExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What did not fail here for this long was done by another replica, or its process has ended. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(3);

    private final MeterRegistry registry;
    private final Map<Long, Failing> failing = new ConcurrentHashMap<>();

    /** A job whose last try failed. */
    private record Failing(int times, long atNanos) {}

    JobFailures(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("adjudicator.jobs.failing", this::failing).register(registry);
    }

    /** How many jobs failed when this service tried them last. */
    int failing() {
        failing.values().removeIf(job -> System.nanoTime() - job.atNanos() > FORGOTTEN_AFTER.toNanos());
        return failing.size();
    }

    void succeeded(ActivatedJob job) {
        failing.remove(job.getKey());
    }

    /** The number of retries never falls: at zero the broker would raise an incident and the process would be stuck. */
    @Override
    public void handleJobException(JobExceptionHandlerContext context) {
        ActivatedJob job = context.getActivatedJob();
        Failing last = failing.merge(
                job.getKey(),
                new Failing(1, System.nanoTime()),
                (before, now) -> new Failing(before.times() + 1, now.atNanos()));
        Duration pause = pauseAfter(last.times());
        registry.counter("adjudicator.jobs.failed", "job", job.getType()).increment();
        say(job, context.getException(), last.times(), pause);
        JobAnswers.lossIsHarmless(
                job,
                context.getJobClient()
                        .newFailCommand(job)
                        .retries(Math.max(1, job.getRetries()))
                        .retryBackoff(pause)
                        .errorMessage(context.getException().getClass().getName())
                        .send());
    }

    static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE;
        for (int failure = 1; failure < failures && pause.compareTo(LONGEST_PAUSE) < 0; failure++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static void say(ActivatedJob job, Exception failure, int times, Duration pause) {
        Map<String, Object> variables = job.getVariablesAsMap();
        LoggingEventBuilder line = LOG.atWarn().setCause(failure).addKeyValue("times", times);
        if (variables.get(CaseProcesses.CASE_ID) instanceof String id) {
            line = line.addKeyValue("case", id);
        }
        if (variables.get(MeasurementWindowProcess.COHORT_ID) instanceof String id) {
            line = line.addKeyValue("cohort", id);
        }
        line.log("{} at {} failed; it is tried again in {}", job.getType(), job.getElementId(), pause);
    }
}
