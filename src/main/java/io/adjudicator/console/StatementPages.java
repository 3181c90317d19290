package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.CreditDesk;
import io.adjudicator.statement.LineOutcome;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementForm;
import io.adjudicator.statement.StatementLine;
import io.adjudicator.statement.StatementPeriod;
import io.adjudicator.statement.Statements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Statements and credits: the months, one of them, what is behind a line, and closing it. */
@Controller
class StatementPages {

    private static final int PAGE = 100;

    private final Statements statements;
    private final CreditDesk credits;
    private final Zones zones;

    StatementPages(Statements statements, CreditDesk credits, Zones zones) {
        this.statements = statements;
        this.credits = credits;
        this.zones = zones;
    }

    /** One month in the list. */
    record PeriodRow(String period, String status, Moment closedAt, String closedBy) {

        static PeriodRow of(StatementPeriod period, ZoneId zone) {
            return new PeriodRow(
                    period.period(),
                    Shown.sentence(period.status().name()),
                    period.closedAt().map(at -> Shown.minute(at, zone)).orElse(new Moment("", "")),
                    period.closedBy().map(Shown::actor).orElse(""));
        }
    }

    /** One line of a statement. */
    record LineRow(
            String key,
            String name,
            String description,
            String clause,
            int version,
            String period,
            String gross,
            String reversed,
            String net,
            String unit,
            String working,
            String due,
            boolean outcomes) {

        static LineRow of(StatementLine line) {
            return new LineRow(
                    line.key(),
                    line.name(),
                    line.description(),
                    line.clause(),
                    line.contractVersion(),
                    line.period(),
                    Shown.count(line.gross()),
                    Shown.count(line.reversed()),
                    Shown.grouped(line.net()),
                    line.unit(),
                    line.working(),
                    Shown.grouped(line.due()),
                    line.gross() + line.reversed() > 0);
        }
    }

    /** One booking behind a line. */
    record BookingRow(String outcomeId, String booked, Moment occurredAt, int quantity, String amount, String unit) {

        static BookingRow of(LineOutcome outcome, ZoneId zone) {
            return new BookingRow(
                    outcome.outcomeId(),
                    Shown.sentence(outcome.booked()),
                    Shown.minute(outcome.occurredAt(), zone),
                    outcome.quantity(),
                    Shown.number(new Amount(outcome.amount(), new Unit(outcome.unit()))),
                    outcome.unit());
        }

        public String shortId() {
            return Shown.shortId(outcomeId);
        }
    }

    @GetMapping("/console/statements")
    String list(HttpServletRequest request, SignedIn visitor, Model model) {
        choose(request, visitor, model)
                .ifPresent(customer -> model.addAttribute(
                        "rows",
                        statements.periods(customer).stream()
                                .map(period -> PeriodRow.of(period, zones.of(customer)))
                                .toList()));
        return "console/statements";
    }

    @GetMapping("/console/credits")
    String credits(HttpServletRequest request, SignedIn visitor, Model model) {
        choose(request, visitor, model).ifPresent(customer -> {
            model.addAttribute("rows", credits.grants(customer));
            model.addAttribute("zone", zones.of(customer).getId());
        });
        model.addAttribute("mayAsk", QueuePages.works(visitor));
        return "console/credits";
    }

    @GetMapping("/console/statements/{customer}/{period}")
    String one(@PathVariable String customer, @PathVariable String period, SignedIn visitor, Model model) {
        CustomerId of = zones.require(customer, visitor);
        Statement statement = statements.of(of, month(period));
        model.addAttribute("statement", statement);
        model.addAttribute(
                "closedAt",
                statement.closedAt().map(at -> Shown.minute(at, zones.of(of))).orElse(null));
        model.addAttribute("status", Shown.sentence(statement.status().name()));
        model.addAttribute("lines", statement.lines().stream().map(LineRow::of).toList());
        model.addAttribute("creditLines", statement.credits());
        model.addAttribute("total", Shown.grouped(statement.total()));
        model.addAttribute("paid", Shown.grouped(statement.paidByCredits().negate()));
        model.addAttribute("currency", statement.currency().orElse(""));
        model.addAttribute(
                "forms",
                Arrays.stream(StatementForm.values()).map(StatementForm::name).toList());
        model.addAttribute(
                "mayClose",
                statement.status() == Statement.Status.DRAFT
                        && visitor.is(Role.FINANCE_ADMIN)
                        && month(period).isBefore(zones.month(of)));
        return "console/statement";
    }

    @GetMapping("/console/statements/{customer}/{period}/outcomes")
    String outcomes(
            @PathVariable String customer,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String line,
            HttpServletRequest request,
            SignedIn visitor,
            Model model) {
        CustomerId of = zones.require(customer, visitor);
        Statement statement = statements.of(of, month(period));
        Asked asked = new Asked(request);
        LineOutcome.Place after = asked.one("cursor", StatementPages::place, "a place in this list")
                .orElse(LineOutcome.Place.START);
        List<LineOutcome> found = statements.outcomes(of, statement, line, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<LineOutcome> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("customer", customer);
        model.addAttribute("period", period);
        model.addAttribute(
                "line",
                statement.lines().stream()
                        .filter(one -> one.key().equals(line))
                        .map(LineRow::of)
                        .findFirst()
                        .orElseThrow());
        model.addAttribute(
                "rows",
                page.stream().map(one -> BookingRow.of(one, zones.of(of))).toList());
        model.addAttribute(
                "next", more ? asked.with("cursor", write(page.getLast().place())) : "");
        return "console/statement-outcomes";
    }

    @GetMapping("/console/statements/{customer}/{period}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String customer, @PathVariable String period, @RequestParam String form, SignedIn visitor)
            throws IOException {
        CustomerId of = zones.require(customer, visitor);
        StatementForm wanted = Arrays.stream(StatementForm.values())
                .filter(one -> one.name().equals(form))
                .findAny()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_form", "", "There is no such form of a statement."));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(); // whole before it goes out
        wanted.write(statements.of(of, month(period)), bytes);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(wanted.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"statement-" + of + "-" + month(period) + "."
                                + form.toLowerCase(Locale.ROOT) + "\"")
                .body(bytes.toByteArray());
    }

    @PostMapping("/console/statements/{customer}/{period}/closing")
    String close(
            @PathVariable String customer,
            @PathVariable String period,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        CustomerId of = zones.require(customer, visitor);
        YearMonth month = month(period);
        return Act.of("/console/statements/" + of + "/" + month, form, flash, () -> {
            statements.close(of, month, visitor.actor().id());
            return "The month is closed. What is decided later is booked in a later one.";
        });
    }

    private Optional<CustomerId> choose(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        List<CustomerId> customers = zones.visible(visitor);
        Optional<CustomerId> customer = asked.given("customer")
                .map(name -> zones.require(name, visitor))
                .or(() -> customers.stream().findFirst());
        model.addAttribute("asked", asked);
        model.addAttribute("customers", customers);
        model.addAttribute("customer", customer.map(CustomerId::value).orElse(""));
        return customer;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Refused.Kind.NOT_FOUND, "unknown_period", "", "There is no month " + text + ".");
        }
    }

    private static String write(LineOutcome.Place place) {
        return place.entry() + "." + place.number();
    }

    private static LineOutcome.Place place(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected two parts, but got " + parts.length);
        }
        return new LineOutcome.Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
}
