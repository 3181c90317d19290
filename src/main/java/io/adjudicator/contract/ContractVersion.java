package io.adjudicator.contract;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable version of what a customer agreed to.
 *
 * @param digest over everything that decides: the contract's text, every rule's text, the vocabulary and the compiler version
 * @param effective half-open; a claim is bound to the version in force at its session's start
 * @param zone in which billing months begin
 */
public record ContractVersion(
        CustomerId customer,
        int version,
        Digest digest,
        Period effective,
        ZoneId zone,
        Unit unit,
        Map<OutcomeType, OutcomeTerms> outcomes,
        CommercialTerms commercial,
        DisputeTerms disputes) {

    public ContractVersion {
        outcomes = Map.copyOf(outcomes);
    }

    public Optional<OutcomeTerms> terms(OutcomeType type) {
        return Optional.ofNullable(outcomes.get(type));
    }
}
