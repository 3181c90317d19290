package io.adjudicator.contract;

import io.adjudicator.rules.RowCompiler;
import io.adjudicator.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one outcome's terms: what they are called in the file and which rule each is compiled to. */
final class Rows {

    /** The lists of an outcome that hold rules, in the order in which their rules stand in the rule set. */
    enum Kind {
        CRITERION("criteria", "reason"),
        EXCLUSION("exclusions", "reason"),
        REVIEW("reviews", "why"),
        TIER("tiers", "tier"),
        PRICE("table", "id");

        private final String list;
        private final String result;

        Kind(String list, String result) {
            this.list = list;
            this.result = result;
        }

        /** The rows of an outcome's terms. */
        List<Tree> of(Tree outcome) {
            return (this == PRICE ? outcome.child("price") : outcome).rows(list);
        }
    }

    private Rows() {}

    static List<Waiver> waivers(Tree outcome) {
        return outcome.rows("waived").stream()
                .map(row -> new Waiver(
                        row.text("rule").orElse(""),
                        row.text("clause").orElse(""),
                        row.text("reason").orElse("")))
                .toList();
    }

    /** Empty if the row lacks a member, which is the schema's fault to report. Throws {@code Refused} for bad conditions. */
    static Optional<Rule> compile(Kind kind, Tree row, RowCompiler compiler) {
        Optional<String> id = row.text("id");
        Optional<String> clause = row.text("clause");
        Optional<String> result = row.text(kind.result);
        Map<String, String> when = conditions(row.child("when"));
        if (id.isEmpty() || clause.isEmpty() || result.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        RowCompiler rows = row.text("absent").equals(Optional.of("silent")) ? compiler.silentWhereAbsent() : compiler;
        return Optional.of(
                switch (kind) {
                    case CRITERION -> rows.criterion(id.get(), clause.get(), when, result.get());
                    case EXCLUSION -> rows.exclusion(id.get(), clause.get(), when, result.get());
                    case REVIEW -> rows.review(id.get(), clause.get(), when, result.get());
                    case TIER -> rows.tier(id.get(), clause.get(), when, result.get());
                    case PRICE -> rows.price(id.get(), clause.get(), when);
                });
    }

    /** {@code confirmed: true} and {@code turns: 3} may stand without quotes; the condition is their text. */
    private static Map<String, String> conditions(Tree when) {
        Map<String, String> conditions = new LinkedHashMap<>();
        when.members().forEach((fact, condition) -> {
            if (!(condition instanceof Map) && !(condition instanceof List)) {
                conditions.put(fact, condition.toString());
            }
        });
        return conditions;
    }
}
