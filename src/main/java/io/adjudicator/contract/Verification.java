package io.adjudicator.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads who must attest, from a checked outcome. */
final class Verification {

    static final String MINIMUM_GRADE = "minimum_grade";

    private Verification() {}

    static VerificationTerms terms(Tree verification) {
        List<String> sources = verification.texts("sources");
        Tree byTier = verification.child(MINIMUM_GRADE);
        if (byTier.members().isEmpty()) {
            return new VerificationTerms(
                    Terms.choice(verification, MINIMUM_GRADE, EvidenceGrade.class), Map.of(), sources);
        }
        Map<String, EvidenceGrade> grades = new HashMap<>();
        byTier.members().keySet().forEach(tier -> grades.put(tier, Terms.choice(byTier, tier, EvidenceGrade.class)));
        EvidenceGrade strictest =
                grades.values().stream().max(EvidenceGrade::compareTo).orElseThrow();
        return new VerificationTerms(strictest, grades, sources);
    }
}
