package io.adjudicator.dispute;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a dispute on and tells its process where it stands. */
abstract class DisputeStep implements Step {

    private final Course course;
    private final InstantSource clock;

    DisputeStep(Course course, InstantSource clock) {
        this.course = course;
        this.clock = clock;
    }

    abstract Dispute move(Course along, Dispute dispute, Instant now);

    @Override
    @Transactional
    public Map<String, Object> run(CaseId id) {
        Dispute moved = move(course, course.locked(id), clock.instant().truncatedTo(ChronoUnit.MICROS));
        Standing standing = moved.standing();
        Map<String, Object> variables = new HashMap<>();
        variables.put("next", next(standing.state()));
        variables.put("round", standing.round());
        variables.put("remindAt", standing.remindAt().toString());
        variables.put("dueAt", standing.dueAt().toString());
        standing.waitUntil().ifPresent(until -> variables.put("waitUntil", until.toString()));
        standing.credit().ifPresent(credit -> variables.put("creditCaseId", credit.value()));
        return variables;
    }

    abstract String next(DisputeState state);

    /** First of all; of a process that is started anew, it leads to the task that was answered already. */
    @Component
    static class Readjudicate extends DisputeStep {

        Readjudicate(Course course, InstantSource clock) {
            super(course, clock);
        }

        @Override
        public String job() {
            return "dispute.readjudicate";
        }

        @Override
        Dispute move(Course along, Dispute dispute, Instant now) {
            return along.readjudicate(dispute, now);
        }

        @Override
        String next(DisputeState state) {
            return state.settled() ? "done" : "review";
        }
    }

    /** After everything that a process waits for. */
    @Component
    static class Proceed extends DisputeStep {

        Proceed(Course course, InstantSource clock) {
            super(course, clock);
        }

        @Override
        public String job() {
            return "dispute.proceed";
        }

        @Override
        Dispute move(Course along, Dispute dispute, Instant now) {
            return along.proceed(dispute, now);
        }

        @Override
        String next(DisputeState state) {
            return switch (state) {
                case RAISED, IN_REVIEW -> "review";
                case WAITING -> "wait";
                case IN_CREDIT_REVIEW -> "credit";
                case ANSWERED ->
                    throw new IllegalStateException("expected an answer to come into effect, but it did not");
                case ACCEPTED, UPHELD, REJECTED, SPLIT, UNDECIDABLE, WITHDRAWN -> "done";
            };
        }
    }
}
