package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.credit.CreditKind;
import io.adjudicator.credit.CreditReview;
import io.adjudicator.credit.CreditState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A credit as it stands. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "CreditReview", description = "A credit as it stands.")
record CreditReviewView(
        String id,
        CreditKind kind,
        String customer,
        Optional<String> reference,
        Optional<String> dispute,
        String amount,
        String unit,
        String reason,
        CreditState state,
        int approvalsNeeded,
        List<Approved> approvals,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        Optional<Instant> postedAt) {

    /** What somebody of finance said. */
    @Schema(name = "CreditApproval")
    record Approved(int step, boolean approved, String reason, String by, Instant at) {

        static Approved of(CreditReview.Approval approval) {
            return new Approved(
                    approval.step(), approval.approved(), approval.reason(), approval.byName(), approval.at());
        }
    }

    static CreditReviewView of(CreditReview review) {
        return new CreditReviewView(
                review.id().value(),
                review.kind(),
                review.customer().value(),
                review.reference(),
                review.dispute().map(dispute -> dispute.value()),
                review.amount().plain(),
                review.amount().unit().code(),
                review.reason(),
                review.state(),
                review.approvalsNeeded(),
                review.approvals().stream().map(Approved::of).toList(),
                review.requestedByName(),
                review.requestedAt(),
                review.dueAt(),
                review.postedAt());
    }
}
