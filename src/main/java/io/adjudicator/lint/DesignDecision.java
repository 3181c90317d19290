package io.adjudicator.lint;

import java.util.List;

/** The twelve decisions of the outcome-pricing guide, in its order and, shortened, in its words. */
enum DesignDecision {
    OUTCOME(1, "outcome"),
    UNIT(2, "unit"),
    SUCCESS_CRITERIA(3, "success criteria"),
    FAILURE_FORGIVENESS(4, "failure forgiveness"),
    TIMING_RULES(5, "timing rules"),
    CURRENCY(6, "currency or credits"),
    ONBOARDING(7, "onboarding"),
    STRUCTURE(8, "structure"),
    VALUE_ANCHOR(9, "value anchor"),
    SPEND_CONTROLS(10, "spend controls"),
    AUDITABILITY(11, "auditability"),
    DISPUTE_RISK(12, "dispute risk");

    private final int number;
    private final String label;

    DesignDecision(int number, String label) {
        this.number = number;
        this.label = label;
    }

    OpenDecision open(List<String> keys) {
        return new OpenDecision(number, label, keys);
    }
}
