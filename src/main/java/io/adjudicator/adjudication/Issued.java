package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.ledger.Charge;
import java.time.Instant;
import java.time.YearMonth;

/**
 * A decision that was just made.
 *
 * @param number 1 for the first of its claim; each later one supersedes the one before
 * @param bookedIn the billing month in which its effect counts
 * @param evidenceUpTo position of the last evidence of the session that it knew of
 */
public record Issued(Claim claim, int number, Decision decision, YearMonth bookedIn, long evidenceUpTo) {

    /** As others are told of it. */
    IssuedDecision decided(Instant issuedAt) {
        return new IssuedDecision(
                claim.outcomeId(),
                claim.customer(),
                claim.outcomeType(),
                number,
                decision.judgement().verdict().name(),
                decision.judgement().verdict().because(),
                decision.amount(),
                bookedIn,
                issuedAt);
    }

    /** The same, booked in another month. */
    Issued bookedIn(YearMonth month) {
        return month.equals(bookedIn) ? this : new Issued(claim, number, decision, month, evidenceUpTo);
    }

    /**
     * As the ledger takes it.
     *
     * @param key of the claim, the same for all its decisions
     */
    public Charge charge(long key, ContractVersion contract) {
        return new Charge(
                key,
                claim.outcomeId(),
                contract,
                claim.outcomeType(),
                claim.occurredAt(),
                decision.judgement().price(),
                decision.judgement().fees(),
                decision.judgement().undecided(),
                decision.file().asOf(),
                bookedIn);
    }
}
