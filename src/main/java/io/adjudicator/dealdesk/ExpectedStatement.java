package io.adjudicator.dealdesk;

import io.adjudicator.contract.Tree;
import io.adjudicator.statement.CreditLine;
import io.adjudicator.statement.Statement;
import io.adjudicator.statement.StatementLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What both sides agreed that a month comes to. What is not said of a line may be anything. */
record ExpectedStatement(Tree expect) {

    /** Something that came out otherwise, and where it was expected. */
    record Difference(String pointer, String message) {}

    List<Difference> differences(Statement statement) {
        List<Difference> differences = new ArrayList<>();
        compare(expect, "total", statement.total(), differences, "the total");
        for (Tree row : expect.rows("lines")) {
            line(statement, row)
                    .ifPresentOrElse(
                            line -> figures(line)
                                    .forEach((key, number) ->
                                            compare(row, key, number, differences, line.key() + ", " + key)),
                            () -> differences.add(new Difference(
                                    row.pointer(),
                                    "expected one line " + row.members().get("name") + ", but the statement has "
                                            + statement.lines().stream()
                                                    .map(StatementLine::key)
                                                    .toList())));
        }
        for (Tree row : expect.rows("credits")) {
            credit(statement, row)
                    .ifPresentOrElse(
                            credit -> figures(credit)
                                    .forEach((key, number) ->
                                            compare(row, key, number, differences, credit.grant() + ", " + key)),
                            () -> differences.add(new Difference(
                                    row.pointer(),
                                    "expected grant " + row.members().get("grant") + ", but the statement has "
                                            + statement.credits().stream()
                                                    .map(CreditLine::grant)
                                                    .toList())));
        }
        if (!differences.isEmpty()) {
            differences.add(new Difference(expect.pointer(), "the whole statement is " + shown(statement)));
        }
        return differences;
    }

    private static void compare(Tree row, String key, BigDecimal actual, List<Difference> differences, String what) {
        row.decimal(key)
                .filter(expected -> expected.compareTo(actual) != 0)
                .ifPresent(expected -> differences.add(new Difference(
                        row.at(key),
                        "expected " + expected.toPlainString() + " for " + what + ", but got "
                                + actual.toPlainString())));
    }

    /** Exactly one, or the example is not precise enough. */
    private static Optional<StatementLine> line(Statement statement, Tree row) {
        List<StatementLine> found = statement.lines().stream()
                .filter(line -> row.text("name").filter(line.name()::equals).isPresent())
                .filter(line -> row.integer("version")
                        .map(number -> number == line.contractVersion())
                        .orElse(true))
                .filter(line -> row.text("outcome_type").isEmpty()
                        || row.text("outcome_type").equals(line.outcomeType()))
                .filter(line -> row.text("kind")
                        .map(kind -> line.kind().name().equals(kind.toUpperCase(Locale.ROOT)))
                        .orElse(true))
                .filter(line -> row.text("free").isEmpty() || row.text("free").equals(line.free()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<CreditLine> credit(Statement statement, Tree row) {
        return statement.credits().stream()
                .filter(credit ->
                        row.text("grant").filter(credit.grant()::equals).isPresent())
                .findFirst();
    }

    private static Map<String, BigDecimal> figures(StatementLine line) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("gross", BigDecimal.valueOf(line.gross()));
        figures.put("reversed", BigDecimal.valueOf(line.reversed()));
        figures.put("net", line.net());
        figures.put("due", line.due());
        return figures;
    }

    private static Map<String, BigDecimal> figures(CreditLine credit) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("opened", credit.opened());
        figures.put("granted", credit.granted());
        figures.put("rolled_in", credit.rolledIn());
        figures.put("used", credit.used());
        figures.put("rolled_out", credit.rolledOut());
        figures.put("expired", credit.expired());
        figures.put("left", credit.left());
        return figures;
    }

    private static String shown(Statement statement) {
        return statement.lines().stream()
                        .map(line -> line.key() + ": " + line.gross() + " − " + line.reversed() + ", net "
                                + line.net().toPlainString() + ", due "
                                + line.due().toPlainString())
                        .collect(Collectors.joining("; "))
                + statement.credits().stream()
                        .map(credit -> "; " + credit.grant() + ": used "
                                + credit.used().toPlainString() + ", left "
                                + credit.left().toPlainString())
                        .collect(Collectors.joining());
    }
}
