package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskFilter;
import io.adjudicator.casework.TaskPlace;
import io.adjudicator.casework.TaskState;
import io.adjudicator.casework.Tasks;
import io.adjudicator.dispute.DisputeFilter;
import io.adjudicator.dispute.DisputePlace;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive: what waits for them, by role. */
@Controller
class HomePage {

    private static final int SHOWN = 10;

    private final Tasks tasks;
    private final Disputes disputes;
    private final Zones zones;

    HomePage(Tasks tasks, Disputes disputes, Zones zones) {
        this.tasks = tasks;
        this.disputes = disputes;
        this.zones = zones;
    }

    @GetMapping("/console")
    String home(SignedIn visitor, Model model) {
        List<CustomerId> customers = zones.visible(visitor);
        model.addAttribute("customers", customers);
        model.addAttribute("works", QueuePages.works(visitor));
        model.addAttribute("mine", QueuePages.works(visitor) ? rows(visitor, true) : List.of());
        model.addAttribute("waiting", QueuePages.works(visitor) ? rows(visitor, false) : List.of());
        model.addAttribute("customer", visitor.boundTo().map(CustomerId::value).orElse(""));
        model.addAttribute(
                "month",
                visitor.boundTo().map(zones::month).map(Object::toString).orElse(""));
        model.addAttribute(
                "disputes",
                disputes
                        .list(
                                new DisputeFilter(visitor.boundTo(), Optional.empty(), Optional.empty()),
                                DisputePlace.START,
                                SHOWN)
                        .stream()
                        .map(one -> DisputePages.Row.of(one, zones.of(one.customer())))
                        .toList());
        return "console/home";
    }

    private List<TaskRow> rows(SignedIn visitor, boolean mine) {
        TaskFilter filter = new TaskFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TaskState.OPEN),
                mine ? Optional.of(visitor.actor().id()) : Optional.empty(),
                visitor.is(Role.LEAD) ? Optional.empty() : Optional.of(visitor.role()),
                Optional.empty(),
                !mine,
                false);
        List<Task> found = tasks.list(filter, TaskPlace.START, SHOWN);
        return found.stream()
                .map(task -> TaskRow.of(task, visitor, zones.of(task.customer())))
                .toList();
    }
}
