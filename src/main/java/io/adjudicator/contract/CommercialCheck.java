package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Nearest;
import io.adjudicator.kernel.Unit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a schema cannot say of the commercial terms: members that need each other, units, days, ids that repeat. */
final class CommercialCheck {

    private static final Set<String> EXPIRIES = Set.of("end_of_month", "never");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final YamlFile file;
    private final Tree contract;
    private final List<Fault> faults = new ArrayList<>();

    private CommercialCheck(YamlFile file) {
        this.file = file;
        this.contract = file.tree();
    }

    static List<Fault> faults(YamlFile file) {
        CommercialCheck check = new CommercialCheck(file);
        check.unit();
        check.structure(check.contract.child("structure"));
        check.onboarding(check.contract.child("onboarding"));
        check.ids("fees");
        check.ids("credits");
        check.contract.rows("credits").forEach(check::grant);
        check.overage();
        check.values();
        return check.faults;
    }

    private void unit() {
        Tree unit = contract.child("unit");
        unit.text("credits")
                .filter(credits -> !isUnit(credits, false))
                .ifPresent(credits -> fault(
                        "bad_value",
                        unit.at("credits"),
                        "expected a credit type in lower case such as nw-credit, but got \"" + credits + "\""));
        unit.text("currency")
                .filter(currency -> !isUnit(currency, true))
                .ifPresent(currency -> fault(
                        "bad_value",
                        unit.at("currency"),
                        "expected an ISO 4217 currency such as USD, but got \"" + currency + "\""));
        boolean money = unit.has("currency")
                || contract.text("unit").filter(code -> isUnit(code, true)).isPresent();
        for (String key : List.of("fees", "minimum", "maximum", "overage")) {
            if (!money && contract.has(key)) {
                fault(
                        "currency_missing",
                        "/" + key,
                        "expected a currency for this, but the unit is a credit type without one; write unit as"
                                + " {credits: …, worth: …, currency: USD, clause: …}");
            }
        }
        for (String key : List.of("fees", "credits")) {
            contract.rows(key).forEach(row -> faults.addAll(RateCheck.faults(file, row, "amount")));
        }
        for (Tree terms : List.of(contract.child("minimum"), contract.child("maximum"))) {
            faults.addAll(RateCheck.faults(file, terms, "amount"));
        }
        faults.addAll(RateCheck.faults(file, contract.child("overage"), "price"));
        faults.addAll(RateCheck.faults(file, unit, "worth"));
    }

    private static boolean isUnit(String code, boolean currency) {
        try {
            return new Unit(code).isCurrency() == currency;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void structure(Tree structure) {
        boolean choice = structure.text("kind").filter("dual_choice"::equals).isPresent();
        Optional<String> billed = structure.text("billed");
        Set<String> types = contract.child("outcomes").members().keySet();
        if (choice && billed.isEmpty()) {
            fault(
                    "missing_field",
                    structure.pointer(),
                    "expected \"billed\": the outcome type that the customer chose, one of " + types);
        }
        billed.filter(type -> !choice)
                .ifPresent(
                        type -> fault(
                                "bad_value",
                                structure.at("billed"),
                                "expected billed only with kind dual_choice, because otherwise every outcome type is charged; remove it"));
        billed.filter(type -> choice && !types.contains(type))
                .ifPresent(type -> fault(
                        "bad_value",
                        structure.at("billed"),
                        "expected an outcome type of this contract, one of " + types + ", but got \"" + type + "\""
                                + Nearest.hint(type, types)));
    }

    private void onboarding(Tree onboarding) {
        Map<String, List<String>> allowed = Map.of(
                "free_training", List.of("billing_starts"),
                "capped_pilot", List.of("free_outcomes", "ends", "converts"),
                "enterprise", List.of("billing_starts"));
        Map<String, String> needed = Map.of("free_training", "billing_starts", "capped_pilot", "free_outcomes");
        onboarding.text("model").filter(allowed::containsKey).ifPresent(model -> {
            Optional.ofNullable(needed.get(model))
                    .filter(key -> !onboarding.has(key))
                    .ifPresent(key -> fault(
                            "missing_field",
                            onboarding.pointer(),
                            "expected \"" + key + "\" with model " + model + ", but it is missing; add it"));
            onboarding.members().keySet().stream()
                    .filter(key -> !Set.of("model", "clause").contains(key))
                    .filter(key -> allowed.values().stream().anyMatch(keys -> keys.contains(key)))
                    .filter(key -> !allowed.getOrDefault(model, List.of()).contains(key))
                    .forEach(key -> fault(
                            "bad_value",
                            onboarding.at(key),
                            "expected no \"" + key + "\" with model " + model
                                    + ", because it would have no effect; remove it"));
        });
        day(onboarding, "billing_starts");
        day(onboarding, "ends");
    }

    private void day(Tree tree, String key) {
        tree.text(key).ifPresent(day -> {
            try {
                LocalDate.parse(day);
            } catch (DateTimeException e) {
                fault("bad_value", tree.at(key), "expected a date such as 2026-07-01, but got \"" + day + "\"");
            }
        });
    }

    private void ids(String key) {
        Set<String> seen = new HashSet<>();
        for (Tree row : contract.rows(key)) {
            row.text("id")
                    .filter(id -> !seen.add(id))
                    .ifPresent(id -> fault(
                            "bad_value",
                            row.at("id"),
                            "expected each id once under " + key + ", but \"" + id + "\" was used above; rename one"));
        }
    }

    private void grant(Tree grant) {
        Optional<String> expires = grant.text("expires");
        expires.filter(text -> !EXPIRIES.contains(text) && !isDuration(text))
                .ifPresent(text -> fault(
                        "bad_value",
                        grant.at("expires"),
                        "expected end_of_month, never, or a duration such as P90D of at most " + LONGEST.toDays()
                                + " days, but got \"" + text + "\""));
        boolean monthly = expires.filter("end_of_month"::equals).isPresent()
                && grant.text("every").filter("month"::equals).isPresent();
        if (grant.has("rollover") && !monthly) {
            fault(
                    "bad_value",
                    grant.at("rollover"),
                    "expected rollover only with \"every: month\" and \"expires: end_of_month\", because nothing else ends"
                            + " with a month; change them or remove it");
        }
    }

    private static boolean isDuration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void overage() {
        if (contract.has("overage")
                && contract.text("unit").filter(code -> isUnit(code, true)).isPresent()) {
            fault(
                    "bad_value",
                    "/overage",
                    "expected overage only where the unit is a credit type; in a currency, bands or committed say what more"
                            + " outcomes cost; remove it");
        }
    }

    /** An anchor is an amount of the kind of value that it anchors. */
    private void values() {
        Map<String, String> fitting = Map.of(
                "labor_savings", "avoided_cost",
                "revenue_generation", "recovered_amount",
                "risk_avoidance", "avoided_penalty");
        contract.child("outcomes").children().values().forEach(outcome -> {
            Tree value = outcome.child("value");
            faults.addAll(RateCheck.faults(file, value.child("anchor"), "amount"));
            value.text("kind")
                    .filter(fitting::containsKey)
                    .ifPresent(kind -> value.child("anchor")
                            .text("what")
                            .filter(what -> fitting.containsValue(what) && !what.equals(fitting.get(kind)))
                            .ifPresent(what -> fault(
                                    "bad_value",
                                    value.child("anchor").at("what"),
                                    "expected " + fitting.get(kind) + " for a value of kind " + kind + ", but got "
                                            + what)));
        });
    }

    private void fault(String code, String pointer, String message) {
        faults.add(file.fault(code, pointer, message));
    }
}
