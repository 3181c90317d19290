package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.casework.Task;
import io.adjudicator.console.Shown.Moment;
import java.time.ZoneId;

/** One task in the queue or on its case. */
record TaskRow(
        String id,
        String caseId,
        String kind,
        String words,
        String customer,
        String subject,
        String assignee,
        boolean mine,
        boolean mayTake,
        Moment createdAt,
        Moment dueAt,
        boolean overdue,
        boolean open,
        String state,
        int version,
        String doneBy) {

    private static final Moment NEVER = new Moment("", "");

    static TaskRow of(Task task, SignedIn visitor, ZoneId zone) {
        String me = visitor.actor().id();
        boolean role = visitor.role() == task.role() || visitor.is(Role.LEAD);
        return new TaskRow(
                task.id().value(),
                task.caseId().value(),
                task.kind().wireName(),
                Shown.sentence(task.kind().wireName()),
                task.customer().value(),
                task.subject(),
                task.assignee().map(Shown::actor).orElse(""),
                task.isOf(me),
                role && task.open() && task.assignee().map(me::equals).orElse(true),
                Shown.minute(task.createdAt(), zone),
                task.dueAt().map(at -> Shown.minute(at, zone)).orElse(NEVER),
                task.overdue(),
                task.open(),
                Shown.words(task.state().name()),
                task.version(),
                task.doneBy().map(Shown::actor).orElse(""));
    }

    /** The task as it was seen, for forms: whoever changed it meanwhile is not overruled. */
    public String seen() {
        return id + "@" + version;
    }
}
