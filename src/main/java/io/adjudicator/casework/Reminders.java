package io.adjudicator.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of tasks before they are due, and tells when they are overdue. A process's timers ask for its own case; besides that somebody
 * looks at all of them now and then, for timers that fired before the task was there, or were lost.
 */
@Service
public class Reminders implements Step {

    private final CaseStore cases;
    private final TaskStore store;
    private final TaskListStore lists;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Reminders(
            CaseStore cases,
            TaskStore store,
            TaskListStore lists,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.cases = cases;
        this.store = store;
        this.lists = lists;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String job() {
        return "case.remind";
    }

    @Override
    @Transactional
    public Map<String, Object> run(CaseId id) {
        lookAt(Optional.of(id));
        return Map.of();
    }

    @Transactional
    public void lookAtAll() {
        lookAt(Optional.empty());
    }

    private void lookAt(Optional<CaseId> ofCase) {
        Instant now = clock.instant();
        tasks(store.escalate(ofCase, now), now).forEach(task -> {
            record(task, "task_overdue", now);
            events.publishEvent(new TaskOverdue(task, now));
        });
        tasks(store.remind(ofCase, now), now).forEach(task -> {
            record(task, "task_reminded", now);
            events.publishEvent(new TaskReminded(task, now));
        });
    }

    private List<Task> tasks(List<TaskId> ids, Instant now) {
        return ids.stream().map(id -> lists.find(id, now).orElseThrow()).toList();
    }

    private void record(Task task, String what, Instant now) {
        cases.record(
                task.caseId(),
                CaseEvent.bySystem(now, what, Map.of("task", task.id().value())));
    }
}
