package io.adjudicator.cli;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.Register;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes in records in event time as the service would: repeats change nothing, and a claim needs a contract with terms for it. Remembers
 * 16 bytes of every record and of every session; see {@link OfflineIndex} for what that comes to.
 */
final class OfflineAdmission {

    private final Timeline<ContractVersion> contracts;
    private final Map<Integer, ContractVersion> byNumber = new HashMap<>();
    private final OfflineIndex contents = new OfflineIndex();
    private final OfflineIndex bound = new OfflineIndex();

    OfflineAdmission(Timeline<ContractVersion> contracts) {
        this.contracts = contracts;
        contracts.versions().forEach(version -> byNumber.put(version.version(), version));
    }

    Receipt receive(Received record) {
        long identity = name(record.getClass().getSimpleName()
                + '\0'
                + record.identity().source()
                + '\0'
                + record.identity().id());
        long content = OfflineIndex.bits(record.content());
        OptionalLong known = contents.get(identity);
        if (known.isPresent()) {
            return known.getAsLong() == content
                    ? new Receipt.Duplicate(record.identity().id())
                    : Register.conflict(record);
        }
        Optional<Receipt> refusal = record instanceof Claim claim ? bind(claim) : Optional.empty();
        if (refusal.isEmpty()) {
            contents.put(identity, content);
        }
        return refusal.orElseGet(() -> new Receipt.Accepted(record.identity().id()));
    }

    /** The version in force at the session's start; what {@link OfflineSessions} asks again when it replays the session. */
    static Optional<ContractVersion> contract(Timeline<ContractVersion> contracts, Claim first) {
        return contracts.at(first.sessionStartedAt());
    }

    private Optional<Receipt> bind(Claim claim) {
        long session = name(claim.session());
        OptionalLong number = bound.get(session);
        Optional<ContractVersion> contract = number.isPresent()
                ? Optional.of(Objects.requireNonNull(byNumber.get((int) number.getAsLong())))
                : contract(contracts, claim);
        Optional<Receipt> refusal = refusal(claim, contract);
        if (refusal.isEmpty() && number.isEmpty()) {
            bound.put(session, contract.orElseThrow().version());
        }
        return refusal;
    }

    private static Optional<Receipt> refusal(Claim claim, Optional<ContractVersion> contract) {
        if (contract.isEmpty()) {
            return refused(
                    "no_contract_in_force",
                    "/sessionStartedAt",
                    "customer \"" + claim.customer() + "\" has no contract in force at " + claim.sessionStartedAt()
                            + ", when the session began");
        }
        if (contract.get().terms(claim.outcomeType()).isEmpty()) {
            return refused(
                    "outcome_type_not_in_contract",
                    "/outcomeType",
                    "version " + contract.get().version() + " of the contract of \"" + claim.customer()
                            + "\" has no terms for " + claim.outcomeType());
        }
        return Optional.empty();
    }

    private static Optional<Receipt> refused(String code, String pointer, String message) {
        return Optional.of(new Receipt.Rejected(List.of(new Fault(code, pointer, message))));
    }

    private static long name(String text) {
        return OfflineIndex.bits(Digest.of(text));
    }
}
