package io.adjudicator.cli;

import io.adjudicator.adjudication.Admission;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Timeline;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.SessionLimit;
import io.adjudicator.kernel.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes in records in event time as the service would: repeats change nothing, a session holds so many records of a source, and a claim
 * needs a contract with terms for it. Remembers 16 bytes of every record, of every session, and of every source in a session; see
 * {@link OfflineIndex} for what that comes to.
 */
final class OfflineAdmission {

    private final Timeline<ContractVersion> contracts;
    private final Map<Integer, ContractVersion> byNumber = new HashMap<>();
    private final OfflineIndex contents = new OfflineIndex();
    private final OfflineIndex bound = new OfflineIndex();
    private final OfflineIndex filledShares = new OfflineIndex();
    private final SessionLimit limit = new SessionLimit(SessionLimit.USUAL);

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
        long share = name(record.session() + '\0' + record.identity().source());
        long filled = filledShares.get(share).orElse(0);
        Optional<Receipt> refusal = limit.refusal(record, filled).map(fault -> new Receipt.Rejected(List.of(fault)));
        if (refusal.isEmpty() && record instanceof Claim claim) {
            refusal = bind(claim);
        }
        if (refusal.isEmpty()) {
            contents.put(identity, content);
            filledShares.put(share, filled + 1);
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
        Optional<Receipt> refusal = Admission.refusal(claim, contract);
        if (refusal.isEmpty() && number.isEmpty()) {
            bound.put(session, contract.orElseThrow().version());
        }
        return refusal;
    }

    private static long name(String text) {
        return OfflineIndex.bits(Digest.of(text));
    }
}
