package io.adjudicator.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Prints usage reports, and each customer's totals over all months. */
final class UsagePrint {

    /** Longer reports are cut on the screen; the whole is what --reports saves. */
    private static final int LINES_SHOWN = 25;

    private final LiveReplay replay;
    private final Console console;
    private final Optional<Path> folder;

    UsagePrint(LiveReplay replay, Console console, Optional<Path> folder) {
        this.replay = replay;
        this.console = console;
        this.folder = folder;
    }

    /** A correction may be booked in the month after the last record, hence one more. */
    void all(Iterable<String> customers, YearMonth first, YearMonth last) throws IOException {
        for (String customer : customers) {
            Map<String, Group> totals = new TreeMap<>();
            for (YearMonth month = first; !month.isAfter(last.plusMonths(1)); month = month.plusMonths(1)) {
                month(customer, month, totals);
            }
            console.say("");
            console.say("Totals of " + customer);
            totals.forEach(this::total);
            Map<String, Group> inAll = new TreeMap<>();
            totals.values().forEach(group -> inAll.merge("in all " + group.unit(), group, Group::and));
            inAll.forEach(this::total);
            statements(customer, first, last.plusMonths(1));
        }
    }

    private void statements(String customer, YearMonth first, YearMonth last) {
        console.say("Statements of " + customer);
        List<JsonNode> newestFirst =
                replay.statementPeriods(customer).valueStream().toList();
        for (JsonNode period : newestFirst.reversed()) {
            YearMonth month = YearMonth.parse(period.path("period").asString());
            if (!month.isBefore(first) && !month.isAfter(last)) {
                JsonNode statement = replay.statement(customer, month.toString());
                console.say("  %-28s %17s %14s %s"
                        .formatted(
                                month,
                                statement.path("status").asString().toLowerCase(Locale.ROOT),
                                statement.path("total").asString(),
                                statement.path("currency").asString("")));
            }
        }
    }

    private void total(String what, Group group) {
        console.say("  %-28s %,7d outcomes %14s"
                .formatted(what, group.outcomes(), group.amount().toPlainString()));
    }

    private record Group(long outcomes, BigDecimal amount, String unit) {

        Group and(Group other) {
            return new Group(outcomes + other.outcomes, amount.add(other.amount), unit);
        }
    }

    private void month(String customer, YearMonth month, Map<String, Group> totals) throws IOException {
        JsonNode report = replay.report(customer, month.toString());
        if (report.path("lines").isEmpty()) {
            return;
        }
        console.say("");
        console.say("Usage report of " + customer + ", " + month + ", "
                + report.path("lines").size() + " lines");
        report.path("lines").valueStream().limit(LINES_SHOWN).forEach(line -> console.say(line(line)));
        if (report.path("lines").size() > LINES_SHOWN) {
            console.say("  … " + (report.path("lines").size() - LINES_SHOWN) + " more");
        }
        report.path("totals")
                .path("byStatus")
                .forEach(group -> totals.merge(
                        group.path("key").asString() + " " + group.path("unit").asString(),
                        new Group(
                                group.path("outcomes").asLong(),
                                new BigDecimal(group.path("amount").asString()),
                                group.path("unit").asString()),
                        Group::and));
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            replay.saveReport(customer, month.toString(), folder.get().resolve(customer + "-" + month + ".csv"));
        }
    }

    private static String line(JsonNode line) {
        return "  %s  %-12s %-12s %-26s %-9s %9s %s"
                .formatted(
                        line.path("timestamp").asString(),
                        line.path("id").asString(),
                        line.path("billableStatus").asString(),
                        line.path("nonBillableReason").asString(""),
                        line.path("tier").asString(""),
                        line.path("amountCharged").asString(),
                        line.path("entry").asString().equals("adjustment") ? "adjustment" : "");
    }
}
