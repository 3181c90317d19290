package io.adjudicator.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * What a process asks a person for.
 *
 * @param jobKey by which the engine is told when it is done
 */
public record NewTask(
        CaseId caseId, TaskKind kind, int round, Optional<Instant> remindAt, Optional<Instant> dueAt, long jobKey) {

    TaskId id() {
        return TaskId.of(caseId, kind, round);
    }
}
