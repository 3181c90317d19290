package io.adjudicator.rating;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.CommercialTerms.Onboarding;
import io.adjudicator.contract.CommercialTerms.Structure;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.OutcomeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Why outcomes cost nothing although they are adjudicated: the product is still in training, or the customer chose to be charged for another
 * outcome type. A capped pilot is not here: its free outcomes are counted, by the ledger.
 */
public final class Concession {

    private static final String TRAINING = "free_training";
    private static final String OTHER_BASIS = "other_basis_chosen";

    private final Optional<Instant> billingStarts;
    private final String clause;
    private final boolean anotherIsBilled;
    private final String choiceClause;

    public Concession(CommercialTerms terms, OutcomeType type) {
        this.billingStarts = terms.billingStarts();
        this.clause = terms.onboarding().map(Onboarding::clause).orElse("");
        this.anotherIsBilled = !terms.charges(type);
        this.choiceClause = terms.structure().map(Structure::clause).orElse("");
    }

    /** Whether an outcome that occurred then costs nothing. */
    public boolean isMade(Instant occurredAt) {
        return anotherIsBilled || billingStarts.filter(occurredAt::isBefore).isPresent();
    }

    /** The price as it is, or nothing with what it would have been. */
    public Price on(Price price, Instant occurredAt) {
        if (anotherIsBilled) {
            return free(price, OTHER_BASIS, "not charged, because another outcome type is (" + choiceClause + ")");
        }
        if (billingStarts.filter(occurredAt::isBefore).isPresent()) {
            return free(price, TRAINING, "not charged before " + billingStarts.get() + " (" + clause + ")");
        }
        return price;
    }

    private static Price free(Price price, String why, String says) {
        return new Price(
                price.line(),
                new RateTerms.Flat(BigDecimal.ZERO),
                Amount.zero(price.amount().unit()),
                price.working() + "; " + says,
                price.clause(),
                Optional.of(why));
    }
}
