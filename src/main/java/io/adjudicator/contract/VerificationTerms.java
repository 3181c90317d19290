package io.adjudicator.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who must attest a confirmation or an acceptance for it to count. What speaks against an outcome counts whoever says so.
 *
 * @param minimumGrade the least grade; by tier, the one where a tier is not told or has none of its own
 * @param minimumGradeByTier empty where all tiers have the same
 * @param sources the only ones that count; empty: all
 */
public record VerificationTerms(
        EvidenceGrade minimumGrade, Map<String, EvidenceGrade> minimumGradeByTier, List<String> sources) {

    public VerificationTerms {
        minimumGradeByTier = Map.copyOf(minimumGradeByTier);
        sources = List.copyOf(sources);
    }

    public static VerificationTerms by(EvidenceGrade minimumGrade) {
        return new VerificationTerms(minimumGrade, Map.of(), List.of());
    }

    public EvidenceGrade minimumGrade(Optional<String> tier) {
        return tier.map(minimumGradeByTier::get).orElse(minimumGrade);
    }

    /** The least that any tier asks: enough to start a clock that runs before the tier is known. */
    public EvidenceGrade leastGrade() {
        return minimumGradeByTier.values().stream()
                .min(EvidenceGrade::compareTo)
                .filter(least -> !least.atLeast(minimumGrade))
                .orElse(minimumGrade);
    }

    public boolean listensTo(String source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
