package io.adjudicator.adjudication;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.VerificationTerms;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import java.util.List;

/** Who said that the result is there, and whether the contract listens. */
final class Attestation {

    private final VerificationTerms terms;

    Attestation(VerificationTerms terms) {
        this.terms = terms;
    }

    /** What speaks for the vendor needs an agreed source and grade; what speaks against it counts whoever says so. */
    boolean hasStanding(Evidence evidence, EvidenceGrade minimumGrade) {
        return !evidence.kind().affirms() || affirms(evidence, minimumGrade);
    }

    boolean affirms(Evidence evidence, EvidenceGrade minimumGrade) {
        return evidence.kind().affirms()
                && evidence.grade().atLeast(minimumGrade)
                && terms.listensTo(evidence.identity().source());
    }

    /** An acceptance that is enough for some tier: the window may begin with it before the tier is known. */
    boolean isAcceptance(Evidence evidence) {
        return evidence.kind() == EvidenceKind.ACCEPTED && affirms(evidence, terms.leastGrade());
    }

    /** Affirmed with standing by one source and denied by another. */
    boolean isContradicted(List<Evidence> counting, EvidenceGrade minimumGrade) {
        return counting.stream()
                .filter(evidence -> affirms(evidence, minimumGrade))
                .anyMatch(affirming -> counting.stream()
                        .anyMatch(other -> other.kind().denies()
                                && !other.identity()
                                        .source()
                                        .equals(affirming.identity().source())));
    }
}
