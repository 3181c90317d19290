package io.adjudicator.console;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskFilter;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.TaskPlace;
import io.adjudicator.casework.TaskState;
import io.adjudicator.casework.Tasks;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue: what waits for whom, who has it, and the next one. */
@Controller
class QueuePages {

    private static final int PAGE = 50;

    private final Tasks tasks;
    private final Accounts accounts;
    private final Zones zones;

    QueuePages(Tasks tasks, Accounts accounts, Zones zones) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.zones = zones;
    }

    @GetMapping("/console/tasks")
    String list(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        String whose = asked.given("whose").orElse("all");
        TaskFilter filter = new TaskFilter(
                asked.given("customer").map(name -> zones.require(name, visitor)),
                Optional.empty(),
                asked.one("kind", QueuePages::kind, "a kind of task"),
                asked.constant("state", TaskState.class).or(() -> Optional.of(TaskState.OPEN)),
                whose.equals("mine") ? Optional.of(visitor.actor().id()) : Optional.empty(),
                roleOf(visitor),
                asked.given("text"),
                whose.equals("free"),
                whose.equals("overdue"));
        TaskPlace after =
                asked.one("cursor", QueuePages::read, "a place in this list").orElse(TaskPlace.START);
        List<Task> found = asked.faults().isEmpty() ? tasks.list(filter, after, PAGE + 1) : List.of();
        boolean more = found.size() > PAGE;
        List<Task> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("asked", asked);
        model.addAttribute("whose", whose);
        model.addAttribute("customers", zones.visible(visitor));
        model.addAttribute("kinds", kindsOf(visitor));
        model.addAttribute(
                "rows",
                page.stream()
                        .map(task -> TaskRow.of(task, visitor, zones.of(task.customer())))
                        .toList());
        model.addAttribute("works", works(visitor));
        model.addAttribute("next", more ? asked.with("cursor", write(TaskPlace.after(page.getLast()))) : "");
        return "console/tasks";
    }

    /** The most urgent task that is one's own or nobody's, claimed on the way: pressing it again goes on with the same. */
    @PostMapping("/console/tasks/next")
    String next(SignedIn visitor, RedirectAttributes flash) {
        Optional<Task> next = tasks.next(visitor.actor());
        if (next.isEmpty()) {
            flash.addFlashAttribute(Act.DONE, "Nothing waits for you.");
            return "redirect:/console/tasks";
        }
        Task task = next.get();
        try {
            tasks.claim(task.id(), task.version(), visitor.actor());
        } catch (Refused refused) {
            flash.addFlashAttribute(Act.REFUSED, Act.messages(refused)); // somebody was faster; the case says who
        }
        return "redirect:/console/cases/" + task.caseId();
    }

    @PostMapping("/console/tasks/{taskId}/claim")
    String claim(
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        Task task = require(taskId);
        return Act.of("/console/cases/" + task.caseId(), form, flash, () -> {
            tasks.claim(task.id(), version(form), visitor.actor());
            return "It is yours now.";
        });
    }

    @PostMapping("/console/tasks/{taskId}/release")
    String release(
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        Task task = require(taskId);
        return Act.of("/console/cases/" + task.caseId(), form, flash, () -> {
            tasks.release(task.id(), version(form), visitor.actor());
            return "It is back in the queue.";
        });
    }

    @PostMapping("/console/tasks/{taskId}/reassign")
    String reassign(
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        Task task = require(taskId);
        return Act.of("/console/cases/" + task.caseId(), form, flash, () -> {
            String to = Act.required(form, "to", "the name of an account");
            Actor whom = accounts.actor(to)
                    .filter(actor -> task.isFor(actor.role()))
                    .orElseThrow(() -> new Refused(
                            Refused.Kind.UNPROCESSABLE,
                            "bad_assignee",
                            "/to",
                            "expected the name of an account of the role "
                                    + task.role().wireName() + ", but got “" + to + "”"));
            tasks.reassign(task.id(), version(form), whom.id(), visitor.actor());
            return "It was given to " + to + ".";
        });
    }

    static boolean works(SignedIn visitor) {
        return visitor.is(Role.REVIEWER) || visitor.is(Role.LEAD) || visitor.is(Role.FINANCE_ADMIN);
    }

    /** A lead and an auditor see everybody's; who works on tasks sees those of the own role. */
    private static Optional<Role> roleOf(SignedIn visitor) {
        return visitor.is(Role.LEAD) || visitor.is(Role.AUDITOR) ? Optional.empty() : Optional.of(visitor.role());
    }

    private static List<TaskKind> kindsOf(SignedIn visitor) {
        return List.of(TaskKind.values()).stream()
                .filter(kind -> roleOf(visitor).map(kind.role()::equals).orElse(true))
                .toList();
    }

    private Task require(String taskId) {
        return tasks.ofCase(TaskVersions.caseOf(taskId)).stream()
                .filter(task -> task.id().value().equals(taskId))
                .findAny()
                .orElseThrow(() -> TaskVersions.unknown(taskId));
    }

    private static int version(MultiValueMap<String, String> form) {
        return TaskVersions.version(Act.text(form, "version"));
    }

    private static TaskKind kind(String name) {
        return TaskKind.ofWireName(name).orElseThrow(() -> new IllegalArgumentException("expected a kind of task"));
    }

    private static String write(TaskPlace place) {
        String text = place.dueAt().map(Instant::toString).orElse("") + " " + place.taskId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TaskPlace read(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected two parts, but got " + parts.length);
        }
        return new TaskPlace(Optional.of(parts[0]).filter(due -> !due.isEmpty()).map(Instant::parse), parts[1]);
    }
}
