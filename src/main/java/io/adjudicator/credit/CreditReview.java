package io.adjudicator.credit;

import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A credit as it stands.
 *
 * @param approvalsNeeded by the contract's limits when it was asked for
 * @param parties who besides the requester may not approve
 */
public record CreditReview(
        CaseId id,
        CreditKind kind,
        CustomerId customer,
        Optional<String> reference,
        Optional<CaseId> dispute,
        Amount amount,
        int approvalsNeeded,
        String reason,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,
        Instant remindAt,
        Instant dueAt,
        Set<String> parties,
        List<Approval> approvals,
        Optional<Instant> withdrawnAt,
        Optional<Instant> postedAt) {

    public CreditReview {
        parties = Set.copyOf(parties);
        approvals = List.copyOf(approvals);
    }

    /**
     * What somebody of finance said.
     *
     * @param step 1 or 2
     */
    public record Approval(int step, boolean approved, String reason, String by, String byName, Instant at) {}

    public CreditState state() {
        if (postedAt.isPresent()) {
            return CreditState.POSTED;
        }
        if (approvals.stream().anyMatch(approval -> !approval.approved())) {
            return CreditState.REJECTED;
        }
        if (withdrawnAt.isPresent()) {
            return CreditState.WITHDRAWN;
        }
        return approvals.size() >= approvalsNeeded ? CreditState.APPROVED : CreditState.REQUESTED;
    }

    /** Why it was refused. */
    public Optional<Approval> rejection() {
        return approvals.stream().filter(approval -> !approval.approved()).findFirst();
    }

    /** Whether this asks for the same: then it was asked for before. */
    boolean asksFor(CreditRequest request) {
        return amount.equals(request.amount()) && reason.equals(request.reason()) && dispute.equals(request.dispute());
    }
}
