package io.adjudicator.adjudication;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.WindowTerms.Silence;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fills the one flat fact of a claim from its case file: what the claim states, and what was seen of it. */
final class FactSheet {

    static final String CONFIRMED = "confirmed";
    static final String ASSUMED = "assumed";
    static final String NONE = "none";
    static final String PENDING = "pending";

    private final Vocabulary vocabulary;
    private final OutcomeTerms terms;
    private final Map<EvidenceKind, Integer> observed = new EnumMap<>(EvidenceKind.class);
    private final int activities;
    private final int windowClosed;
    private final int billedInSession;
    private final int verification;
    private final int account;
    private final int channel;
    private final int workflowType;

    FactSheet(Vocabulary vocabulary, OutcomeTerms terms) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        for (EvidenceKind kind : EvidenceKind.values()) {
            if (kind != EvidenceKind.ACTIVITY) {
                observed.put(kind, vocabulary.index(kind.wireName()));
            }
        }
        activities = vocabulary.index("activities");
        windowClosed = vocabulary.index("window_closed");
        billedInSession = vocabulary.index("billed_in_session");
        verification = vocabulary.index("verification");
        account = vocabulary.index("account");
        channel = vocabulary.index("channel");
        workflowType = vocabulary.index("workflow_type");
    }

    Facts fill(CaseFile file, List<Evidence> counting, boolean closed) {
        Claim claim = file.claim();
        Facts facts = vocabulary.facts();
        facts.set(account, claim.account());
        facts.set(channel, claim.channel());
        facts.set(workflowType, claim.workflowType());
        claim.facts().forEach(facts::set);
        for (Evidence evidence : counting) {
            if (evidence.kind() != EvidenceKind.ACTIVITY && (!affirms(evidence) || hasStanding(evidence))) {
                facts.set(Objects.requireNonNull(observed.get(evidence.kind())), true);
            }
        }
        facts.set(activities, activitiesAfter(claim, counting));
        facts.set(windowClosed, closed);
        facts.set(billedInSession, file.billedEarlier().isPresent());
        verify(facts, counting, closed);
        return facts;
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
    private void verify(Facts facts, List<Evidence> counting, boolean closed) {
        for (Evidence evidence : counting) {
            boolean affirms = evidence.kind() == EvidenceKind.CONFIRMED || evidence.kind() == EvidenceKind.ACCEPTED;
            if (affirms && evidence.grade().atLeast(terms.minimumGrade())) {
                facts.set(verification, CONFIRMED);
                return;
            }
        }
        if (closed && terms.window().silence() != Silence.NEEDS_VERIFICATION) {
            facts.set(verification, terms.window().silence() == Silence.BILLS ? ASSUMED : NONE);
        }
    }

    private static boolean affirms(Evidence evidence) {
        return evidence.kind() == EvidenceKind.CONFIRMED || evidence.kind() == EvidenceKind.ACCEPTED;
    }

    /** What speaks for the vendor needs the agreed grade; what speaks against it counts whoever says so. */
    private boolean hasStanding(Evidence evidence) {
        return evidence.grade().atLeast(terms.minimumGrade());
    }

    String verification(Facts facts) {
        return (String) facts.get(verification).orElse(PENDING);
    }
}
