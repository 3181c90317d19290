package io.adjudicator.casework;

import io.adjudicator.access.Actor;
import io.adjudicator.kernel.Refused;

/** Who may do what with a task. Pure. */
final class TaskLaw {

    /** The role that stands in for every other, and that alone may give tasks to somebody else. */
    private static final String LEAD = "lead";

    private TaskLaw() {}

    static boolean isLead(Actor actor) {
        return actor.role().wireName().equals(LEAD);
    }

    static void mayWorkOn(Task task, Actor actor) {
        if (actor.role() != task.role() && !isLead(actor)) {
            throw refused(
                    "task_not_for_role",
                    "expected somebody of the role " + task.role().wireName() + " or a lead, but got "
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
        if (!task.isOf(actor.id()) && !isLead(actor)) {
            throw refused("task_taken", "expected a task of one's own, but " + holder(task) + " has it");
        }
    }

    static void mayAssign(Actor actor) {
        if (!isLead(actor)) {
            throw refused(
                    "task_not_for_role",
                    "expected a lead, but got " + actor.role().wireName());
        }
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
