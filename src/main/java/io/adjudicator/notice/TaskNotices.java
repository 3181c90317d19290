package io.adjudicator.notice;

import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskOverdue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces what was not decided in time. */
@Component
class TaskNotices {

    private final Notices notices;

    TaskNotices(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void announce(TaskOverdue overdue) {
        Task task = overdue.task();
        Map<String, Object> content = new HashMap<>(Map.of(
                "taskId", task.id().value(),
                "caseId", task.caseId().value(),
                "kind", task.kind().wireName(),
                "customer", task.customer().value()));
        task.dueAt().ifPresent(dueAt -> content.put("dueAt", dueAt.toString()));
        notices.announce(List.of(
                new Notice(NoticeType.TASK_OVERDUE, task.customer(), task.id().value(), overdue.at(), content)));
    }
}
