package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.SessionName;
import io.adjudicator.intake.StoredSession;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a record may come in at all: its customer is known, and a claim's session has a contract with terms for it. */
@Component
public class Admission {

    private final Contracts contracts;

    Admission(Contracts contracts) {
        this.contracts = contracts;
    }

    /** Empty if it may come in. */
    Optional<Receipt> refusal(Received record, Map<SessionName, StoredSession> sessions) {
        if (!contracts.knows(record.customer())) {
            return refused(
                    "unknown_customer",
                    "/customer",
                    "customer \"" + record.customer()
                            + "\" has no published contract; publish one, or check the spelling");
        }
        if (!(record instanceof Claim claim)) {
            return Optional.empty();
        }
        return refusal(claim, contract(claim, Optional.ofNullable(sessions.get(SessionName.of(claim)))));
    }

    /**
     * Empty if the claim may come in under this contract.
     *
     * @param contract the version that its session is bound to or, where it begins one, that was in force then
     */
    public static Optional<Receipt> refusal(Claim claim, Optional<ContractVersion> contract) {
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
                            + "\" has no terms for " + claim.outcomeType() + "; it has "
                            + contract.get().outcomes().keySet().stream()
                                    .sorted()
                                    .toList());
        }
        return Optional.empty();
    }

    /** A session keeps the version that its first claim was bound to. */
    Optional<ContractVersion> contract(Claim claim, Optional<StoredSession> session) {
        Optional<Digest> bound = session.flatMap(StoredSession::contract);
        return bound.isPresent()
                ? bound.map(contracts::byDigest)
                : contracts.inForce(claim.customer(), claim.sessionStartedAt());
    }

    private static Optional<Receipt> refused(String code, String pointer, String message) {
        return Optional.of(new Receipt.Rejected(List.of(new Fault(code, pointer, message))));
    }
}
