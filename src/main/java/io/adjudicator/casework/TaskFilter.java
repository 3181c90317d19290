package io.adjudicator.casework;

import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import java.util.Optional;

/**
 * Which tasks to list; what is absent does not narrow.
 *
 * @param text part of the subject, the customer or the case's id, in any case
 * @param free only those that nobody has
 * @param overdue only those that are open though their due date has passed
 */
public record TaskFilter(
        Optional<CustomerId> customer,
        Optional<CaseKind> caseKind,
        Optional<TaskKind> kind,
        Optional<TaskState> state,
        Optional<String> assignee,
        Optional<Role> role,
        Optional<String> text,
        boolean free,
        boolean overdue) {

    public static final TaskFilter ALL = new TaskFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
}
