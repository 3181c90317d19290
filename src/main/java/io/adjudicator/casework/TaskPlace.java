package io.adjudicator.casework;

import java.time.Instant;
import java.util.Optional;

/** A place in the queue: after the task with this due date and id. Tasks without a due date come last. */
public record TaskPlace(Optional<Instant> dueAt, String taskId) {

    public static final TaskPlace START = new TaskPlace(Optional.of(Instant.EPOCH), "");

    public static TaskPlace after(Task task) {
        return new TaskPlace(task.dueAt(), task.id().value());
    }
}
