package io.adjudicator.lint;

import io.adjudicator.contract.Tree;
import io.adjudicator.rules.RowTable.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the tables in an outcome's terms: lists of rows of which the first that holds counts. */
final class RowsOfOutcome {

    private RowsOfOutcome() {}

    /**
     * One table.
     *
     * @param answer what a row says of the outcomes that it takes
     * @param otherwise what becomes of an outcome that no row takes
     */
    record Table(Tree outcome, String pointer, List<Tree> rows, Function<Tree, String> answer, String otherwise) {}

    static List<Table> tables(Tree outcome) {
        Tree price = outcome.child("price");
        return List.of(
                new Table(
                        outcome,
                        outcome.at("tiers"),
                        outcome.rows("tiers"),
                        row -> row.text("tier").orElse(""),
                        "it is blended"),
                new Table(
                        outcome,
                        price.at("table"),
                        price.rows("table"),
                        row -> written(row.value("price").orElse("")),
                        "per_outcome prices it"));
    }

    static List<Row> read(List<Tree> rows) {
        return rows.stream()
                .map(row -> new Row(
                        row.text("id").orElse(""),
                        conditions(row.child("when")),
                        row.text("absent").filter("silent"::equals).isPresent()))
                .toList();
    }

    private static Map<String, String> conditions(Tree when) {
        Map<String, String> conditions = new LinkedHashMap<>();
        when.members().forEach((fact, test) -> conditions.put(fact, test.toString()));
        return conditions;
    }

    /** The same text for the same price: 1.2 and 1.20, and members in any order. */
    private static String written(Object price) {
        return switch (price) {
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Map<?, ?> members -> {
                Map<String, String> written = new TreeMap<>();
                members.forEach((key, member) -> written.put(String.valueOf(key), written(member)));
                yield written.toString().replace('=', ' ');
            }
            case List<?> list ->
                list.stream().map(RowsOfOutcome::written).toList().toString();
            default -> price.toString();
        };
    }
}
