package io.adjudicator.console;

import io.adjudicator.console.Shown.Moment;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.report.CsvReport;
import io.adjudicator.report.ReportLine;
import io.adjudicator.report.Totals;
import io.adjudicator.report.UsageDigest;
import io.adjudicator.report.UsageReports;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The usage report of a month: what was decided, what it costs by day, tier and verdict, line by line, and as a file. */
@Controller
class UsagePages {

    private static final int PAGE = 100;

    private final UsageReports reports;
    private final Zones zones;

    UsagePages(UsageReports reports, Zones zones) {
        this.reports = reports;
        this.zones = zones;
    }

    /** One line of the report. */
    record Row(
            Moment occurredAt,
            String outcomeId,
            String type,
            String account,
            String channel,
            String status,
            String reason,
            String tier,
            String amount,
            String unit,
            boolean adjustment) {

        static Row of(ReportLine line, ZoneId zone) {
            return new Row(
                    Shown.minute(line.timestamp(), zone),
                    line.outcomeId(),
                    line.outcomeType(),
                    line.account(),
                    line.channel(),
                    line.status().equals("pending") ? "OPEN" : line.status().toUpperCase(Locale.ROOT),
                    Shown.words(line.reason()),
                    line.tier(),
                    Shown.number(line.amount()),
                    line.amount().unit().code(),
                    line.entry() == ReportLine.Entry.ADJUSTMENT);
        }

        public String shortId() {
            return Shown.shortId(outcomeId);
        }
    }

    /** What one group comes to. */
    record Group(String name, String outcomes, String adjustments, String amount, String unit) {

        static Group of(Totals.Group group) {
            return new Group(
                    Shown.words(group.key()),
                    Shown.count(group.outcomes()),
                    Shown.count(group.adjustments()),
                    Shown.number(group.amount()),
                    group.amount().unit().code());
        }
    }

    @GetMapping("/console/usage")
    String usage(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        List<CustomerId> customers = zones.visible(visitor);
        Optional<CustomerId> customer = asked.given("customer")
                .map(name -> zones.require(name, visitor))
                .or(() -> customers.stream().findFirst());
        model.addAttribute("asked", asked);
        model.addAttribute("customers", customers);
        customer.ifPresent(of -> report(of, asked, model));
        return "console/usage";
    }

    private void report(CustomerId customer, Asked asked, Model model) {
        YearMonth month = asked.one("period", YearMonth::parse, "a month, such as 2026-07")
                .orElseGet(() -> zones.month(customer));
        int page = asked.one("page", UsagePages::page, "a page").orElse(1);
        ZoneId zone = zones.of(customer);
        UsageDigest digest = new UsageDigest(wanted(asked), (page - 1) * PAGE, PAGE, zone);
        reports.write(customer, month, digest);
        model.addAttribute("customer", customer.value());
        model.addAttribute("month", month.toString());
        model.addAttribute("zone", zone.getId());
        model.addAttribute("before", asked.with("period", month.minusMonths(1).toString()));
        model.addAttribute("after", asked.with("period", month.plusMonths(1).toString()));
        model.addAttribute(
                "rows", digest.lines().stream().map(line -> Row.of(line, zone)).toList());
        model.addAttribute("byUnit", groups(digest.totals().byUnit()));
        model.addAttribute("byStatus", groups(digest.totals().byStatus()));
        model.addAttribute("byTier", groups(digest.totals().byTier()));
        model.addAttribute("byReason", groups(digest.totals().byReason()));
        model.addAttribute("charts", DayCharts.of(digest.figures(), month));
        model.addAttribute(
                "filtered", asked.given("status").or(() -> asked.given("tier")).isPresent());
        model.addAttribute("next", digest.more() ? asked.with("page", String.valueOf(page + 1)) : "");
        model.addAttribute("first", page > 1 ? asked.with("page", "") : "");
    }

    @GetMapping("/console/usage.csv")
    void csv(HttpServletRequest request, HttpServletResponse response, SignedIn visitor) throws IOException {
        Asked asked = new Asked(request);
        CustomerId customer = zones.require(asked.text("customer"), visitor);
        YearMonth month = asked.one("period", YearMonth::parse, "a month, such as 2026-07")
                .orElseGet(() -> zones.month(customer));
        if (!asked.faults().isEmpty()) {
            throw new Refused(Refused.Kind.MALFORMED, "bad_parameter", "", String.join(" ", asked.faults()));
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"usage-" + customer + "-" + month + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        CsvReport report = new CsvReport(out);
        reports.write(customer, month, report);
        report.close(); // on success alone: a report that breaks off must not look whole
        out.flush();
    }

    private static Predicate<ReportLine> wanted(Asked asked) {
        return asked.given("status")
                .<Predicate<ReportLine>>map(status -> line -> line.status().equals(status))
                .orElse(line -> true)
                .and(asked.given("tier")
                        .<Predicate<ReportLine>>map(tier -> line -> line.tier().equals(tier))
                        .orElse(line -> true));
    }

    private static List<Group> groups(List<Totals.Group> groups) {
        return groups.stream().map(Group::of).toList();
    }

    private static int page(String text) {
        int page = Integer.parseInt(text);
        if (page < 1 || page > 1_000_000) {
            throw new IllegalArgumentException("expected a page from 1");
        }
        return page;
    }
}
