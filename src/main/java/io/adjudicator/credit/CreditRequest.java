package io.adjudicator.credit;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseId;
import io.adjudicator.contract.DisputeTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Money that somebody wants to give back.
 *
 * @param reference of a goodwill credit: the caller's own name of it
 * @param dispute that it comes from; of a goodwill credit, the one whose result it answers
 * @param terms which say how many approvals it needs
 * @param parties who decided before what it takes back, or objected to it: none of them may approve
 */
public record CreditRequest(
        CaseId id,
        CreditKind kind,
        CustomerId customer,
        Optional<String> reference,
        Optional<CaseId> dispute,
        Amount amount,
        DisputeTerms terms,
        String reason,
        String requestedBy,
        String requestedByName,
        Set<String> parties,
        Instant requestedAt) {

    public CreditRequest {
        parties = Set.copyOf(parties);
    }

    static CreditRequest goodwill(
            CaseId id,
            CustomerId customer,
            String reference,
            Optional<CaseId> dispute,
            Amount amount,
            DisputeTerms terms,
            String reason,
            Actor by,
            Instant at) {
        return new CreditRequest(
                id,
                CreditKind.GOODWILL,
                customer,
                Optional.of(reference),
                dispute,
                amount,
                terms,
                reason,
                by.id(),
                by.name(),
                Set.of(),
                at);
    }
}
