package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rating.Price;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A decision to be booked.
 *
 * @param price of a billable outcome
 * @param fees of the interaction, whatever the verdict
 * @param undecided the most that it can come to, while a person has to look: that much stays held, and nothing is charged
 * @param asOf the decision's point of view
 * @param bookedIn an open month
 */
public record Charge(
        long claim,
        String outcome,
        ContractVersion contract,
        OutcomeType outcomeType,
        Instant occurredAt,
        Optional<Price> price,
        List<Price> fees,
        Optional<Amount> undecided,
        Instant asOf,
        YearMonth bookedIn)
        implements Booked {

    public Charge {
        fees = List.copyOf(fees);
    }

    @Override
    public Instant at() {
        return asOf;
    }

    /** The month in which it is counted, in the contract's zone. */
    YearMonth countsIn() {
        return YearMonth.from(occurredAt.atZone(contract.zone()));
    }
}
