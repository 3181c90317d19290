package io.adjudicator.recount.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is what was observed a registered outcome, and is that very outcome the one that is billed? */
final class Determinability {

    private Determinability() {}

    static Checked check(Stated observation, Stated claim) {
        Optional<String> observed = observation.text("outcome_class");
        boolean registered = observed.flatMap(OutcomeClass::ofWireName).isPresent();
        Optional<String> claimed = claim.text("outcome_class_claimed");
        boolean matches = observed.isPresent() && observed.equals(claimed);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("outcome_determinable", registered);
        figures.put("outcome_class_registered", registered);
        figures.put("class_in_registry", registered); // bundles use either name
        figures.put("mapping_matches", matches);
        figures.put(
                "observer_grade_present",
                observation.grade("outcome_observer_grade").isPresent());
        List<String> reasons = new ArrayList<>();
        if (!registered) {
            reasons.add(observed.map(name -> "the outcome class \"" + name + "\" is not registered")
                    .orElse("no outcome class was observed"));
        }
        if (!matches) {
            reasons.add("observed was " + observed.orElse("nothing") + ", but " + claimed.orElse("nothing")
                    + " is billed; one class is never counted as another");
        }
        return Checked.failingIfAny("determinability", figures, reasons);
    }
}
