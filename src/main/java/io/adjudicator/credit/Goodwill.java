package io.adjudicator.credit;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseId;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.CreditDesk;
import io.adjudicator.ledger.NewGrant;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Credits that are given without being owed: asked for, approved as the contract says, and then granted through the ledger. */
@Service
public class Goodwill {

    /** What is given away is used before what the customer paid for. */
    private static final int PRIORITY = 0;

    private final CreditStore store;
    private final CreditReviews reviews;
    private final CreditDesk desk;
    private final Contracts contracts;
    private final InstantSource clock;

    Goodwill(CreditStore store, CreditReviews reviews, CreditDesk desk, Contracts contracts, InstantSource clock) {
        this.store = store;
        this.reviews = reviews;
        this.desk = desk;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * What became of a request.
     *
     * @param first whether it was asked for now
     */
    public record Requested(CreditReview review, boolean first) {}

    /** Asks for it, once by its reference. */
    @Transactional
    public Requested request(NewGoodwill asked, Actor by) {
        contracts.refresh();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ContractVersion contract = inForce(asked.customer(), now);
        CaseId id = new CaseId(new SourceId(asked.customer().value(), asked.reference()).derived("crv"));
        CreditRequest request = CreditRequest.goodwill(
                id,
                asked.customer(),
                asked.reference(),
                asked.dispute(),
                new Amount(asked.amount(), contract.unit()),
                contract.disputes(),
                asked.reason(),
                by,
                now);
        Optional<CreditReview> before = store.find(id);
        before.filter(review -> !review.asksFor(request)).ifPresent(review -> {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "credit_conflict",
                    "/id",
                    "expected an id that no credit was asked for under, or the same request again, but \""
                            + asked.reference() + "\" was something else");
        });
        return new Requested(before.orElseGet(() -> reviews.request(request)), before.isEmpty());
    }

    /** Grants what is approved, once. */
    @Transactional
    void grant(CreditReview review, Instant now) {
        if (reviews.posted(review.id(), now)) {
            desk.grant(
                    new NewGrant(
                            review.customer(),
                            "goodwill-" + review.id(),
                            "promotional",
                            review.amount().number(),
                            PRIORITY,
                            Optional.empty(),
                            Optional.empty(),
                            review.reason()),
                    review.requestedBy());
        }
    }

    private ContractVersion inForce(CustomerId customer, Instant now) {
        return contracts
                .inForce(customer, now)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "no_contract_in_force",
                        "/customer",
                        "expected a contract in force, for its unit and limits"));
    }
}
