package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.access.Role;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.TaskState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A task as it stands.
 *
 * @param caseUrl where its case can be read
 * @param version to be named by whoever changes the task
 * @param answer what was decided; absent while nothing was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Task", description = "What a person is asked for. Whoever changes it names the version that they saw.")
record TaskView(
        String id,
        TaskKind kind,
        int round,
        CaseKind caseKind,
        String caseId,
        String caseUrl,
        String customer,
        String subject,
        Role role,
        Optional<String> assignee,
        Instant createdAt,
        Optional<Instant> remindAt,
        Optional<Instant> dueAt,
        boolean overdue,
        TaskState state,
        int version,
        Map<String, String> answer,
        Optional<Instant> doneAt,
        Optional<String> doneBy) {

    static TaskView of(Task task) {
        return new TaskView(
                task.id().value(),
                task.kind(),
                task.round(),
                task.caseKind(),
                task.caseId().value(),
                "/v1/cases/" + task.caseId(),
                task.customer().value(),
                task.subject(),
                task.role(),
                task.assignee(),
                task.createdAt(),
                task.remindAt(),
                task.dueAt(),
                task.overdue(),
                task.state(),
                task.version(),
                task.answer(),
                task.doneAt(),
                task.doneBy());
    }
}
