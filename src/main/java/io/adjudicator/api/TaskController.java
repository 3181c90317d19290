package io.adjudicator.api;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskFilter;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.TaskPlace;
import io.adjudicator.casework.TaskState;
import io.adjudicator.casework.Tasks;
import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queue, for desks that callers build themselves. */
@RestController
class TaskController {

    private static final Set<String> PARAMETERS = Set.of(
            "customer", "caseKind", "kind", "state", "assignee", "role", "text", "free", "overdue", "cursor", "limit");
    private static final Set<String> VERSION = Set.of("version");
    private static final Set<String> ASSIGNMENT = Set.of("version", "to");
    private static final String MYSELF = "me";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_REQUEST = 1_000;
    private static final int LONGEST_ACTOR = 200;

    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/v1/tasks")
    TaskPage listTasks(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        TaskFilter filter = filter(query, actor(caller));
        TaskPlace after = query.one("cursor", TaskPage::place, "a cursor that an earlier page gave as next")
                .orElse(TaskPlace.START);
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        query.refuseFaults();
        return TaskPage.of(tasks.list(filter, after, limit + 1), limit);
    }

    @GetMapping("/v1/tasks/next")
    ResponseEntity<TaskView> nextTask(Caller caller) {
        return tasks.next(actor(caller))
                .map(task -> ResponseEntity.ok(TaskView.of(task)))
                .orElse(ResponseEntity.noContent().build());
    }

    @GetMapping("/v1/tasks/{id}")
    TaskView readTask(@PathVariable String id) {
        return TaskView.of(task(id));
    }

    @PostMapping(path = "/v1/tasks/{id}/claim", consumes = MediaType.APPLICATION_JSON_VALUE)
    TaskView claimTask(@PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
        int version = version(body(request, VERSION));
        Task task = task(id);
        if (!task.isFor(actor(caller).role())) {
            throw new AccessDeniedException("expected a task of the caller's role");
        }
        return TaskView.of(tasks.claim(task.id(), version, actor(caller)));
    }

    @PostMapping(path = "/v1/tasks/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    TaskView releaseTask(@PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
        int version = version(body(request, VERSION));
        return TaskView.of(tasks.release(task(id).id(), version, actor(caller)));
    }

    @PostMapping(path = "/v1/tasks/{id}/reassign", consumes = MediaType.APPLICATION_JSON_VALUE)
    TaskView reassignTask(@PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = body(request, ASSIGNMENT);
        String to = body.text("to", LONGEST_ACTOR);
        int version = version(body);
        return TaskView.of(tasks.reassign(task(id).id(), version, to, actor(caller)));
    }

    /** What an absent person has goes back into the queue. */
    @PostMapping(path = "/v1/tasks/returns", consumes = MediaType.APPLICATION_JSON_VALUE)
    TaskReturn returnTasks(HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = body(request, Set.of("assignee"));
        String absent = body.text("assignee", LONGEST_ACTOR);
        body.refuseFaults();
        return new TaskReturn(tasks.returnOf(absent, actor(caller)));
    }

    /** How many tasks went back. */
    record TaskReturn(int returned) {}

    private Task task(String id) {
        return tasks.find(new TaskId(id))
                .orElseThrow(
                        () -> new Refused(Refused.Kind.NOT_FOUND, "unknown_task", "", "expected the id of a task"));
    }

    private static TaskFilter filter(QueryParameters query, Actor caller) {
        return new TaskFilter(
                query.customer(),
                query.word("caseKind", CaseKind::ofWireName, CaseKind.values()),
                query.word("kind", TaskKind::ofWireName, TaskKind.values()),
                query.constant("state", TaskState.class),
                query.one("assignee", text -> text.equals(MYSELF) ? caller.id() : text, "an actor, or me"),
                query.word("role", Role::ofWireName, Role.values()),
                query.one("text", text -> text, "a text"),
                query.flag("free"),
                query.flag("overdue"));
    }

    /** The one that the caller saw; any other means that somebody was faster. */
    private static int version(RecordMembers body) {
        int version = body.optionalInteger("version", 0);
        if (version < 1) {
            body.fault("missing_field", "version", "expected the version of the task as it was read");
        }
        body.refuseFaults();
        return version;
    }

    private static RecordMembers body(HttpServletRequest request, Set<String> known) throws IOException {
        return RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST)).onlyKnow(known);
    }

    private static Actor actor(Caller caller) {
        return caller.getPrincipal().actor();
    }
}
