package io.adjudicator.credit;

import io.adjudicator.access.Actor;
import io.adjudicator.contract.DisputeTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Refused;

/** Who has to approve what. Pure; the database holds the same about who may. */
final class CreditLaw {

    private CreditLaw() {}

    static int approvalsNeeded(Amount amount, DisputeTerms terms) {
        if (amount.number().compareTo(terms.secondApprovalOver()) > 0) {
            return 2;
        }
        return amount.number().compareTo(terms.approvalOver()) > 0 ? 1 : 0;
    }

    static void mayApprove(CreditReview review, Actor by) {
        if (hasPart(review, by.id())) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "four_eyes",
                    "",
                    "expected somebody who neither asked for this credit nor decided on it before, but " + by.id()
                            + " did");
        }
    }

    static boolean hasPart(CreditReview review, String actor) {
        return review.requestedBy().equals(actor)
                || review.parties().contains(actor)
                || review.approvals().stream()
                        .anyMatch(approval -> approval.by().equals(actor));
    }
}
