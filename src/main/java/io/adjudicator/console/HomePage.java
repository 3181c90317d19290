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
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementLine;
import io.adjudicator.statement.Statements;
import java.time.YearMonth;
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
    private final Statements statements;
    private final Zones zones;

    /** What a month comes to, as far as it is known. */
    record MonthCard(String month, String status, String total, String unit, long charged, long takenBack) {

        static MonthCard of(Statement statement, YearMonth now) {
            boolean over = YearMonth.parse(statement.period()).isBefore(now);
            return new MonthCard(
                    statement.period(),
                    statement.status() == Statement.Status.CLOSED ? "closed" : over ? "not closed yet" : "so far",
                    Shown.grouped(statement.total()),
                    statement.currency().orElse(""),
                    statement.lines().stream().mapToLong(StatementLine::gross).sum(),
                    statement.lines().stream()
                            .mapToLong(StatementLine::reversed)
                            .sum());
        }
    }

    HomePage(Tasks tasks, Disputes disputes, Statements statements, Zones zones) {
        this.tasks = tasks;
        this.disputes = disputes;
        this.statements = statements;
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
        model.addAttribute("months", visitor.boundTo().map(this::latestMonths).orElse(List.of()));
        model.addAttribute(
                "toClose",
                visitor.is(Role.FINANCE_ADMIN)
                        ? statements.toClose(customers).stream().limit(SHOWN).toList()
                        : List.of());
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

    private List<MonthCard> latestMonths(CustomerId customer) {
        return statements.periods(customer).stream()
                .limit(2)
                .map(period ->
                        MonthCard.of(statements.of(customer, YearMonth.parse(period.period())), zones.month(customer)))
                .toList();
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
