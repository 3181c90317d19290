package io.adjudicator.lint;

import io.adjudicator.contract.Tree;
import java.util.ArrayList;
import java.util.List;

/** Which decisions the terms of a whole contract leave open, from what is written. */
final class CommercialDecisions {

    private final Tree contract;

    CommercialDecisions(Tree contract) {
        this.contract = contract;
    }

    List<String> openKeys(DesignDecision decision) {
        return switch (decision) {
            case CURRENCY -> currency();
            case ONBOARDING -> onboarding(contract.child("onboarding"));
            case STRUCTURE -> contract.has("structure") ? List.of() : List.of("structure");
            case SPEND_CONTROLS -> contract.has("maximum") ? List.of() : List.of("maximum");
            case OUTCOME,
                    UNIT,
                    SUCCESS_CRITERIA,
                    FAILURE_FORGIVENESS,
                    TIMING_RULES,
                    VALUE_ANCHOR,
                    AUDITABILITY,
                    DISPUTE_RISK -> List.of();
        };
    }

    /** A currency speaks for itself. Credits need their worth, or nobody can show an example in plain money. */
    private List<String> currency() {
        boolean bareCredits =
                contract.text("unit").filter(unit -> unit.length() > 3).isPresent();
        return bareCredits ? List.of("unit.worth", "unit.currency") : List.of();
    }

    private List<String> onboarding(Tree onboarding) {
        return switch (onboarding.text("model").orElse("")) {
            case "free_training" -> lacking(onboarding, "billing_starts");
            case "capped_pilot" -> lacking(onboarding, "converts");
            case "enterprise" -> {
                List<String> open = new ArrayList<>(lacking(onboarding, "billing_starts"));
                if (!isFunded()) {
                    open.addAll(List.of("fees", "minimum", "credits"));
                }
                yield open;
            }
            default -> List.of("onboarding");
        };
    }

    /** Somebody pays for the ramp: by an implementation fee, an annual minimum or a pilot credit. */
    private boolean isFunded() {
        return contract.rows("fees").stream().anyMatch(fee -> is(fee, "every", "once"))
                || is(contract.child("minimum"), "every", "year")
                || contract.rows("credits").stream().anyMatch(credit -> is(credit, "category", "pilot"));
    }

    private static boolean is(Tree tree, String key, String value) {
        return tree.text(key).filter(value::equals).isPresent();
    }

    private static List<String> lacking(Tree onboarding, String key) {
        return onboarding.has(key) ? List.of() : List.of("onboarding." + key);
    }
}
