package io.adjudicator.adjudication;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.contract.WindowTerms.IfNeverAccepted;
import io.adjudicator.contract.WindowTerms.Silence;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the one flat fact of a claim from its case file: what the claim states, and what was seen of it. */
final class FactSheet {

    static final String CONFIRMED = "confirmed";
    static final String ASSUMED = "assumed";
    static final String NONE = "none";
    static final String PENDING = "pending";

    private final Vocabulary vocabulary;
    private final OutcomeTerms terms;
    private final Attestation attestation;
    private final Map<EvidenceKind, Integer> observed = new EnumMap<>(EvidenceKind.class);
    private final int activities;
    private final int windowClosed;
    private final int billedInSession;
    private final int verification;
    private final Optional<Integer> contradicted;
    private final Optional<Integer> neverAccepted;
    private final int account;
    private final int channel;
    private final int workflowType;

    FactSheet(Vocabulary vocabulary, OutcomeTerms terms, Attestation attestation) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.attestation = attestation;
        for (EvidenceKind kind : EvidenceKind.values()) {
            if (kind != EvidenceKind.ACTIVITY) {
                place(kind.wireName()).ifPresent(index -> observed.put(kind, index));
            }
        }
        activities = vocabulary.index("activities");
        windowClosed = vocabulary.index("window_closed");
        billedInSession = vocabulary.index("billed_in_session");
        verification = vocabulary.index("verification");
        contradicted = place("contradicted");
        neverAccepted = place("never_accepted");
        account = vocabulary.index("account");
        channel = vocabulary.index("channel");
        workflowType = vocabulary.index("workflow_type");
    }

    /** Empty in a contract that was published before the word was: its rules cannot ask for it. */
    private Optional<Integer> place(String word) {
        return vocabulary.term(word).map(_ -> vocabulary.index(word));
    }

    Facts fill(CaseFile file, List<Evidence> counting, boolean closed, EvidenceGrade minimumGrade) {
        Facts facts = stated(file.claim());
        for (Evidence evidence : counting) {
            Integer index = observed.get(evidence.kind());
            if (index != null && attestation.hasStanding(evidence, minimumGrade)) {
                facts.set(index, true);
            }
        }
        facts.set(activities, activitiesAfter(file.claim(), counting));
        facts.set(windowClosed, closed);
        facts.set(billedInSession, file.billedEarlier().isPresent());
        contradicted.ifPresent(index -> facts.set(index, attestation.isContradicted(counting, minimumGrade)));
        attest(facts, terms.window().on(file.claim().channel()), counting, closed, minimumGrade);
        return facts;
    }

    private Facts stated(Claim claim) {
        Facts facts = vocabulary.facts();
        facts.set(account, claim.account());
        facts.set(channel, claim.channel());
        facts.set(workflowType, claim.workflowType());
        claim.facts().forEach(facts::set);
        return facts;
    }

    private void attest(
            Facts facts, WindowTerms window, List<Evidence> counting, boolean closed, EvidenceGrade minimumGrade) {
        boolean affirmed = counting.stream().anyMatch(evidence -> attestation.affirms(evidence, minimumGrade));
        verify(facts, window.silence(), affirmed, closed);
        if (closed && counting.stream().noneMatch(attestation::isAcceptance)) {
            window.ifNeverAccepted().ifPresent(then -> wasNeverAccepted(facts, then, affirmed));
        }
    }

    private static long activitiesAfter(Claim claim, List<Evidence> counting) {
        long count = 0;
        for (Evidence evidence : counting) {
            if (evidence.kind() == EvidenceKind.ACTIVITY
                    && evidence.occurredAt().isAfter(claim.occurredAt())) {
                count++;
            }
        }
        return count;
    }

    /**
     * Somebody with enough standing said it was right; or nobody said anything until the close, and the contract says what that means.
     * Left unknown while the window is open, and where the contract needs a verifier who never spoke.
     */
    private void verify(Facts facts, Silence silence, boolean affirmed, boolean closed) {
        if (affirmed) {
            facts.set(verification, CONFIRMED);
        } else if (closed && silence != Silence.NEEDS_VERIFICATION) {
            facts.set(verification, silence == Silence.BILLS ? ASSUMED : NONE);
        }
    }

    /**
     * A result that only the system of record could accept, and that it left alone for the longest wait. What a person is to decide
     * counts as assumed, so that nothing else stands in the way of the flag.
     */
    private void wasNeverAccepted(Facts facts, IfNeverAccepted then, boolean affirmed) {
        neverAccepted.ifPresent(index -> facts.set(index, true));
        facts.set(verification, then == IfNeverAccepted.FREE ? NONE : affirmed ? CONFIRMED : ASSUMED);
    }

    String verification(Facts facts) {
        return (String) facts.get(verification).orElse(PENDING);
    }
}
