package io.adjudicator.casework;

import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A task as it stands.
 *
 * @param round counts how often the case came back to this kind of task, from 1
 * @param assignee the id of the actor who has it
 * @param overdue open though its due date has passed
 * @param version grows with each change; whoever changes the task names the version that they saw
 * @param answer what was decided, in the words of the room that the case belongs to; empty while it is open
 * @param doneBy the id of the actor who answered it
 */
public record Task(
        TaskId id,
        CaseId caseId,
        CaseKind caseKind,
        TaskKind kind,
        int round,
        CustomerId customer,
        String subject,
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

    public Task {
        answer = Map.copyOf(answer);
    }

    public Role role() {
        return kind.role();
    }

    /** Whether it is the work of somebody with this role. */
    public boolean isFor(Role actor) {
        return role() == TaskKind.roleOf(actor);
    }

    public boolean open() {
        return state == TaskState.OPEN;
    }

    public boolean isOf(String actor) {
        return assignee.filter(actor::equals).isPresent();
    }
}
