package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Amount;
import java.time.Instant;
import java.time.YearMonth;

/**
 * A window that opened.
 *
 * @param most what the outcome can cost, by its dearest tier and band
 * @param bookedIn an open month
 */
public record Hold(
        long claim, String outcome, ContractVersion contract, Instant occurredAt, Amount most, YearMonth bookedIn)
        implements Booked {

    @Override
    public Instant at() {
        return occurredAt;
    }
}
