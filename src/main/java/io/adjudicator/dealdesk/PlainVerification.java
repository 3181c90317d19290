package io.adjudicator.dealdesk;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.VerificationTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who must attest an outcome, in words. */
final class PlainVerification {

    private PlainVerification() {}

    static List<String> of(VerificationTerms terms) {
        List<String> lines = new ArrayList<>();
        if (terms.minimumGradeByTier().isEmpty()) {
            lines.add("A confirmation counts " + by(terms.minimumGrade()) + ".");
        }
        terms.minimumGradeByTier().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tier -> "For " + tier.getKey() + ", a confirmation counts " + by(tier.getValue()) + ".")
                .forEach(lines::add);
        if (!terms.sources().isEmpty()) {
            lines.add("Only confirmations from " + String.join(", ", terms.sources()) + " count.");
        }
        lines.add("What speaks against an outcome counts whoever says so.");
        return lines;
    }

    private static String by(EvidenceGrade minimum) {
        return switch (minimum) {
            case SELF_ATTESTED -> "even if only the vendor attests it";
            case AFFECTED_PARTY -> "if the affected party or a third party attests it";
            case THIRD_PARTY_CORROBORATED -> "if a third party corroborates it";
        };
    }
}
