package io.adjudicator.cli;

import io.adjudicator.statement.CreditLine;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementLine;
import java.math.BigDecimal;
import java.util.Locale;

/** A statement as text for a terminal. */
final class StatementPrint {

    private StatementPrint() {}

    static String of(Statement statement) {
        StringBuilder text = new StringBuilder();
        text.append("Statement of %s, %s (%s), %s%n"
                .formatted(
                        statement.customer(),
                        statement.period(),
                        statement.zone(),
                        statement.status().name().toLowerCase(Locale.ROOT)));
        statement.lines().forEach(line -> text.append(line(statement, line)));
        if (statement.paidByCredits().signum() != 0) {
            text.append(row("paid by credits", "", statement.paidByCredits().negate()));
        }
        text.append(row("total " + statement.currency().orElse(""), "", statement.total()));
        statement
                .held()
                .forEach(held -> text.append(row("held " + held.unit(), "at most, for open windows", held.amount())));
        statement.credits().forEach(credit -> text.append(credit(credit)));
        statement.notes().forEach(note -> text.append("  ").append(note).append(System.lineSeparator()));
        return text.toString();
    }

    private static String line(Statement statement, StatementLine line) {
        String month = line.period().equals(statement.period()) ? "" : ", " + line.period();
        String free = line.free().map(reason -> ", free: " + reason).orElse("");
        String what = line.outcomeType().map(type -> type + " " + line.name()).orElse(line.description());
        return row(what + month + free, line.working(), line.due());
    }

    private static String row(String what, String working, BigDecimal amount) {
        return "  %-44s %-40s %14s%n".formatted(what, working, amount.toPlainString());
    }

    private static String credit(CreditLine credit) {
        return "  credits %-28s %s: granted %s, used %s, expired %s, left %s%n"
                .formatted(
                        credit.grant(),
                        credit.unit(),
                        credit.opened()
                                .add(credit.granted())
                                .add(credit.rolledIn())
                                .toPlainString(),
                        credit.used().toPlainString(),
                        credit.expired().toPlainString(),
                        credit.left().toPlainString());
    }
}
