package io.adjudicator.casework;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.kernel.Refused;

/** Who may do what with a task. Pure. */
final class TaskLaw {

    private static final int LONGEST_ACTOR = 200;

    private TaskLaw() {}

    static void mayWorkOn(Task task, Actor actor) {
        if (!task.isFor(actor.role())) {
            throw refused(
                    "task_not_for_role",
                    "expected somebody whose work are tasks of the role "
                            + task.role().wireName() + ", but got "
                            + actor.role().wireName());
        }
    }

    static void mayTake(Task task, Actor actor) {
        mayWorkOn(task, actor);
        task.assignee().filter(assignee -> !assignee.equals(actor.id())).ifPresent(assignee -> {
            throw refused("task_taken", "expected a task that nobody else has, but " + assignee + " has it");
        });
    }

    static void mayRelease(Task task, Actor actor) {
        if (!task.isOf(actor.id()) && actor.role() != Role.LEAD) {
            throw refused("task_taken", "expected a task of one's own, but " + holder(task) + " has it");
        }
    }

    static void mayAssign(Actor actor) {
        if (actor.role() != Role.LEAD) {
            throw refused(
                    "task_not_for_role",
                    "expected a lead, but got " + actor.role().wireName());
        }
    }

    static void mayHave(String assignee) {
        if (assignee.isBlank() || assignee.length() > LONGEST_ACTOR) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE, "bad_assignee", "/to", "expected the id of an actor, such as user:ann");
        }
    }

    static void needsOtherEyes(String actor, boolean hasPart) {
        if (hasPart) {
            throw refused(
                    "four_eyes",
                    "expected somebody who has no part in this case, but " + actor
                            + " asked for what it is about or decided on it before");
        }
    }

    static Refused unknown(TaskId id) {
        return new Refused(
                Refused.Kind.NOT_FOUND, "unknown_task", "", "expected the id of a task, but got \"" + id + "\"");
    }

    /** Somebody was faster. */
    static void isAsSeen(Task task, int version) {
        if (!task.open()) {
            throw refused("task_changed", "expected an open task, but it is " + task.state() + by(task));
        }
        if (task.version() != version) {
            throw refused(
                    "task_changed",
                    "expected version " + version + " of the task, but it is at " + task.version() + ", and "
                            + holder(task) + " has it");
        }
    }

    private static String by(Task task) {
        return task.doneBy().map(actor -> " by " + actor).orElse("");
    }

    private static String holder(Task task) {
        return task.assignee().orElse("nobody");
    }

    private static Refused refused(String code, String message) {
        return new Refused(Refused.Kind.CONFLICT, code, "", message);
    }
}
