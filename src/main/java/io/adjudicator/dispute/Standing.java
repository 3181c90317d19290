package io.adjudicator.dispute;

import io.adjudicator.casework.CaseId;
import io.adjudicator.contract.DisputeTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a dispute stands now.
 *
 * @param round how often a reviewer was asked, from 1
 * @param dueAt until when a reviewer answers
 * @param waitUntil until when evidence is waited for
 * @param credit what waits for finance, or did last
 */
public record Standing(
        DisputeState state,
        int round,
        Instant remindAt,
        Instant dueAt,
        Optional<Instant> waitUntil,
        Optional<CaseId> credit) {

    /** Reminded when half of the time has passed. */
    private static final int REMINDED_AFTER = 2;

    static Standing raised(Instant at, DisputeTerms terms) {
        Duration time = terms.firstAnswer();
        return new Standing(
                DisputeState.RAISED,
                1,
                at.plus(time.dividedBy(REMINDED_AFTER)),
                at.plus(time),
                Optional.empty(),
                Optional.empty());
    }

    Standing to(DisputeState next) {
        return new Standing(next, round, remindAt, dueAt, Optional.empty(), credit);
    }

    Standing waiting(Instant until) {
        return new Standing(DisputeState.WAITING, round, remindAt, dueAt, Optional.of(until), credit);
    }

    Standing inCreditReview(CaseId waitsFor) {
        return new Standing(
                DisputeState.IN_CREDIT_REVIEW, round, remindAt, dueAt, Optional.empty(), Optional.of(waitsFor));
    }

    /** A reviewer is asked once more. */
    Standing again(Instant at, DisputeTerms terms) {
        Duration time = terms.reviewWithin();
        return new Standing(
                DisputeState.IN_REVIEW,
                round + 1,
                at.plus(time.dividedBy(REMINDED_AFTER)),
                at.plus(time),
                Optional.empty(),
                credit);
    }
}
