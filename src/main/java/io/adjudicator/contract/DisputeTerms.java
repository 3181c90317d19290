package io.adjudicator.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What is agreed about objections to decisions, and about decisions that a person takes. Amounts are of the contract's unit and of
 * one dispute; a limit that is met exactly is not passed.
 *
 * @param raiseWithin how long after a decision was issued it can be disputed
 * @param firstAnswer until when a reviewer answers a dispute, from when it was raised
 * @param evidenceWithin how long a side that was asked for evidence has
 * @param reviewWithin until when a flagged outcome is decided, and a dispute after the evidence asked for came or did not
 * @param autoAcceptUpTo what new evidence brings back up to here needs no person
 * @param approvalOver what a reviewer gives back above here is approved by finance
 * @param secondApprovalOver and above here by a second person of finance
 */
public record DisputeTerms(
        Optional<String> clause,
        Duration raiseWithin,
        Duration firstAnswer,
        Duration evidenceWithin,
        Duration reviewWithin,
        BigDecimal autoAcceptUpTo,
        BigDecimal approvalOver,
        BigDecimal secondApprovalOver) {

    /**
     * Where a contract says nothing. Nothing goes back without a person, because nobody agreed that it may; the times are those of
     * published terms and of a working week.
     */
    public static final DisputeTerms USUAL = new DisputeTerms(
            Optional.empty(),
            Duration.ofDays(30),
            Duration.ofDays(2),
            Duration.ofDays(5),
            Duration.ofDays(2),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            new BigDecimal("500"));

    static DisputeTerms of(Tree contract) {
        Tree terms = contract.child("dispute");
        Limits limits = Limits.of(terms);
        return new DisputeTerms(
                terms.text("clause"),
                duration(terms, "raise_within", USUAL.raiseWithin),
                duration(terms, "first_answer", USUAL.firstAnswer),
                duration(terms, "evidence_within", USUAL.evidenceWithin),
                duration(terms, "review_within", USUAL.reviewWithin),
                terms.decimal("auto_accept_up_to").orElse(USUAL.autoAcceptUpTo),
                limits.first(),
                limits.second());
    }

    /** From where on finance approves, and from where on a second person. */
    record Limits(BigDecimal first, BigDecimal second) {

        /** A contract that asks for the first approval only above the usual second limit does not ask for a second one below that. */
        static Limits of(Tree terms) {
            BigDecimal first = terms.decimal("approval_over").orElse(USUAL.approvalOver);
            return new Limits(first, terms.decimal("second_approval_over").orElse(first.max(USUAL.secondApprovalOver)));
        }
    }

    private static Duration duration(Tree terms, String key, Duration usual) {
        return terms.text(key).map(Duration::parse).orElse(usual);
    }
}
