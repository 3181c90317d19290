package io.adjudicator.window;

import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.SessionTerms.ReopenedIs;
import java.time.Instant;

/** Decides whether a later claim of a session is the same outcome as an earlier one. Pure. */
public final class SessionRule {

    private SessionRule() {}

    /**
     * True if billing both would bill one outcome twice.
     *
     * @param quietSince the last activity or claim of the session before the later claim
     * @param reopenedBetween whether the session was reopened after the earlier and not after the later claim
     */
    public static boolean sameOutcome(
            SessionTerms terms, Instant quietSince, Instant laterClaimAt, boolean reopenedBetween) {
        if (terms.bill() == Bill.EVERY_CLAIM) {
            return false;
        }
        if (reopenedBetween) {
            return terms.reopenedIs() == ReopenedIs.CONTINUATION;
        }
        return terms.endsAfter()
                .map(quiet -> !laterClaimAt.isAfter(quietSince.plus(quiet)))
                .orElse(true);
    }
}
