package io.adjudicator.recount.audit;

import io.adjudicator.contract.EvidenceGrade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the evidence carry the basis on which a line is billed? Without evidence that the product made the difference, it is work done. */
final class ClaimMatch {

    private static final String OUTCOME = "outcome";
    private static final String OPERATION = "operation";
    private static final String NONE = "none";

    private ClaimMatch() {}

    static Checked check(Stated line, Optional<Stated> actual) {
        String basis = line.requiredText("billing_basis");
        Optional<String> evidence = line.text("incrementality_evidence").filter(stated -> !stated.equals(NONE));
        boolean shown = evidence.isPresent() && evidence.equals(line.text("evidence_available"));
        List<String> failures = new ArrayList<>();
        if (evidence.isPresent() && !shown) {
            failures.add("it is said to rest on " + evidence.get() + ", which is not there");
        }
        misclaimed(line, actual).ifPresent(failures::add);
        boolean byOutcome = basis.equals(OUTCOME);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("claim_evidence_match", failures.isEmpty() && (shown || !byOutcome));
        figures.put("effective_billing_basis", byOutcome && !shown ? OPERATION : basis);
        return failures.isEmpty() && byOutcome && !shown
                ? new Checked(
                        "claim match",
                        Mark.DOWNGRADED,
                        figures,
                        List.of("no evidence shows that the product made the difference; it is billed as an operation"))
                : Checked.failingIfAny("claim match", figures, failures);
    }

    /** Only the affected party, or a third, can make a resolution out of an assumed one. */
    private static Optional<String> misclaimed(Stated line, Optional<Stated> actual) {
        Optional<String> claimed = line.text("outcome_class_claimed");
        Optional<String> was = actual.flatMap(outcome -> outcome.text("outcome_class"));
        if (claimed.isEmpty() || was.isEmpty() || claimed.equals(was)) {
            return Optional.empty();
        }
        boolean corroborated = was.flatMap(OutcomeClass::ofWireName)
                        .filter(known -> known == OutcomeClass.ASSUMED_RESOLVED)
                        .isPresent()
                && claimed.flatMap(OutcomeClass::ofWireName)
                        .filter(known -> known == OutcomeClass.RESOLVED)
                        .isPresent()
                && actual.flatMap(outcome -> outcome.grade("observer_grade"))
                        .filter(grade -> grade.atLeast(EvidenceGrade.AFFECTED_PARTY))
                        .isPresent();
        return corroborated
                ? Optional.empty()
                : Optional.of("claimed as " + claimed.get() + ", but it was " + was.get()
                        + ", and nobody affected corroborates it");
    }
}
