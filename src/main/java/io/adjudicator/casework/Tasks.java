package io.adjudicator.casework;

import io.adjudicator.access.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue: what people are asked for, who has it, and what they answered. */
@Service
public class Tasks {

    /** A task that was claimed and not touched for this long goes back to the queue. */
    static final Duration RETURNS_AFTER = Duration.ofDays(1);

    /** How many tasks are read at once in search of the next one; mostly it is the first. */
    private static final int LOOKED_AT = 20;

    private final CaseStore cases;
    private final TaskStore store;
    private final TaskListStore lists;
    private final List<FourEyes> fourEyes;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Tasks(
            CaseStore cases,
            TaskStore store,
            TaskListStore lists,
            List<FourEyes> fourEyes,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.cases = cases;
        this.store = store;
        this.lists = lists;
        this.fourEyes = List.copyOf(fourEyes);
        this.events = events;
        this.clock = clock;
    }

    public Optional<Task> find(TaskId id) {
        return lists.find(id, clock.instant());
    }

    /** All tasks of a case, earliest first. */
    public List<Task> ofCase(CaseId id) {
        return lists.ofCase(id, clock.instant());
    }

    /** In the order in which they are due. */
    public List<Task> list(TaskFilter filter, TaskPlace after, int limit) {
        return lists.list(filter, after, limit, clock.instant());
    }

    /**
     * What the actor should do next: the most urgent of their own, or else of what nobody has; never of a case that they have a part in. It is
     * not claimed by this.
     */
    public Optional<Task> next(Actor actor) {
        Instant now = clock.instant();
        for (int from = 0; ; from += LOOKED_AT) {
            List<Task> page = lists.mostUrgent(actor.id(), TaskKind.roleOf(actor.role()), from, LOOKED_AT, now);
            Optional<Task> next =
                    page.stream().filter(task -> !hasPart(task, actor.id())).findFirst();
            if (next.isPresent() || page.size() < LOOKED_AT) {
                return next;
            }
        }
    }

    /** Whether somebody else has to answer it, because this actor asked for what it is about, or decided on it before. */
    public boolean hasPart(Task task, String actor) {
        return fourEyes.stream().anyMatch(room -> room.hasPart(task.caseId(), actor));
    }

    /**
     * A process asks for a task. If it asked before, this is the same task, which may be answered already; for a closed case nobody is
     * asked any more. Either way the engine is told.
     */
    @Transactional
    public void ask(NewTask asked) {
        TaskState state = store.askAgain(asked).orElseGet(() -> insert(asked));
        if (state != TaskState.OPEN) {
            events.publishEvent(new CaseworkChanged());
        }
    }

    /** Claiming one's own task again shows that one still works on it; the timeline tells of the first time alone. */
    @Transactional
    public Task claim(TaskId id, int version, Actor actor) {
        return change(id, version, actor, "task_claimed", task -> {
            TaskLaw.mayTake(task, actor);
            TaskLaw.needsOtherEyes(actor.id(), hasPart(task, actor.id()));
            assign(task, Optional.of(actor.id()));
        });
    }

    @Transactional
    public Task release(TaskId id, int version, Actor actor) {
        return change(id, version, actor, "task_released", task -> {
            TaskLaw.mayRelease(task, actor);
            assign(task, Optional.empty());
        });
    }

    /** Gives the task to somebody else, whoever has it now. */
    @Transactional
    public Task reassign(TaskId id, int version, String to, Actor lead) {
        TaskLaw.mayAssign(lead);
        TaskLaw.mayHave(to);
        return change(id, version, lead, "task_reassigned", task -> {
            TaskLaw.needsOtherEyes(to, hasPart(task, to));
            assign(task, Optional.of(to));
        });
    }

    /** Joins the transaction that records what was decided. */
    @Transactional
    public Task complete(TaskId id, int version, Actor by, Map<String, String> answer) {
        Task done = change(id, version, by, "task_completed", task -> {
            TaskLaw.mayTake(task, by);
            sure(task, store.complete(id, version, by.id(), answer, clock.instant()));
        });
        events.publishEvent(new CaseworkChanged());
        return done;
    }

    /** Nobody's answer is needed any more. Closing a case does the same. */
    @Transactional
    public void cancelOf(CaseId id) {
        store.cancelOf(id);
        events.publishEvent(new CaseworkChanged());
    }

    /** Puts back into the queue what an absent actor has; answers how many tasks that were. */
    @Transactional
    public int returnOf(String absentActor, Actor lead) {
        TaskLaw.mayAssign(lead);
        Instant now = clock.instant();
        List<Map.Entry<TaskId, String>> returned = store.takeBack(Optional.of(absentActor), Optional.empty(), now);
        returned.forEach(held -> cases.record(
                found(held.getKey()).caseId(), CaseEvent.by(lead, now, "task_returned", "", details(held))));
        return returned.size();
    }

    /** Puts back into the queue what was claimed and not touched for a day; answers how many tasks that were. */
    @Transactional
    public int returnUntouched() {
        Instant now = clock.instant();
        List<Map.Entry<TaskId, String>> returned =
                store.takeBack(Optional.empty(), Optional.of(now.minus(RETURNS_AFTER)), now);
        returned.forEach(held ->
                cases.record(found(held.getKey()).caseId(), CaseEvent.bySystem(now, "task_returned", details(held))));
        return returned.size();
    }

    private TaskState insert(NewTask asked) {
        WorkCase of = cases.lock(asked.caseId())
                .orElseThrow(() -> new IllegalStateException(
                        "expected the case of a task, but " + asked.caseId() + " is not known"));
        return store.insert(asked, of.closed() ? TaskState.CANCELLED : TaskState.OPEN, clock.instant());
    }

    private Task change(TaskId id, int version, Actor actor, String what, Consumer<Task> change) {
        Task task = found(id);
        TaskLaw.isAsSeen(task, version);
        change.accept(task);
        Task changed = found(id);
        if (changed.state() != task.state() || !changed.assignee().equals(task.assignee())) {
            cases.record(
                    changed.caseId(), CaseEvent.by(actor, clock.instant(), what, "", details(id, changed.assignee())));
        }
        return changed;
    }

    private void assign(Task task, Optional<String> to) {
        sure(task, store.assign(task.id(), task.version(), to.orElse(null), clock.instant()));
    }

    /** It changed between our look and our write. */
    private void sure(Task seen, boolean written) {
        if (!written) {
            TaskLaw.isAsSeen(found(seen.id()), seen.version());
            throw new IllegalStateException("expected task " + seen.id() + " to change, but it did not");
        }
    }

    private Task found(TaskId id) {
        return find(id).orElseThrow(() -> TaskLaw.unknown(id));
    }

    private static Map<String, String> details(Map.Entry<TaskId, String> held) {
        return details(held.getKey(), Optional.of(held.getValue()));
    }

    private static Map<String, String> details(TaskId id, Optional<String> assignee) {
        return assignee.map(actor -> Map.of("task", id.value(), "assignee", actor))
                .orElse(Map.of("task", id.value()));
    }
}
