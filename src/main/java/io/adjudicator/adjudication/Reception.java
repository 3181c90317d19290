package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.JustStored;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Receipts;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.SessionName;
import io.adjudicator.intake.StoredSession;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes a batch in, inside one transaction: repeats, admission, session locks, contract binding, storage, decisions. */
@Component
class Reception {

    private final Admission admission;
    private final Register register;
    private final SessionDesk desk;

    Reception(Admission admission, Register register, SessionDesk desk) {
        this.admission = admission;
        this.register = register;
        this.desk = desk;
    }

    List<Receipt> receive(List<Received> batch, Instant now) {
        Receipts receipts = new Receipts();
        register.answerRepeats(batch, receipts);
        List<Received> admitted = admit(receipts.unanswered(batch), register.find(sessions(batch)), receipts);
        if (!admitted.isEmpty()) {
            storeAndDecide(admitted, receipts, now);
        }
        return receipts.inOrder(batch);
    }

    private void storeAndDecide(List<Received> admitted, Receipts receipts, Instant now) {
        Map<SessionName, StoredSession> held = new HashMap<>(register.lock(contracts(admitted)));
        List<Received> fitting = register.refuseOverflow(admitted, held, receipts);
        held.keySet().retainAll(sessions(fitting));
        Map<SessionName, StoredSession> locked = bind(contracts(fitting), held);
        // Another replica may have bound a session since the first look: what counts is the contract under the lock.
        List<Received> storable = admit(fitting, locked, receipts);
        JustStored stored = store(storable, locked, now);
        stored.answer(receipts);
        register.answerRepeats(receipts.unanswered(storable), receipts);
        desk.advance(locked.values(), register.recordsOf(locked.values(), stored), stored, now);
    }

    private List<Received> admit(List<Received> records, Map<SessionName, StoredSession> sessions, Receipts receipts) {
        List<Received> admitted = new ArrayList<>();
        for (Received record : records) {
            admission
                    .refusal(record, sessions)
                    .ifPresentOrElse(refusal -> receipts.put(record, refusal), () -> admitted.add(record));
        }
        return admitted;
    }

    /** The sessions of these records, each with the contract by which its claims bind it: the one of the claim that began earliest. */
    private Map<SessionName, Optional<Digest>> contracts(List<Received> admitted) {
        Map<SessionName, Optional<Digest>> contracts = new HashMap<>();
        admitted.forEach(record -> contracts.put(SessionName.of(record), Optional.empty()));
        admitted.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .sorted(Comparator.comparing(Claim::sessionStartedAt).thenComparing(Claim::identity))
                .forEach(claim -> contracts.computeIfPresent(
                        SessionName.of(claim),
                        (_, contract) -> contract.or(() ->
                                admission.contract(claim, Optional.empty()).map(ContractVersion::digest))));
        return contracts;
    }

    /** A session is bound once. */
    private Map<SessionName, StoredSession> bind(
            Map<SessionName, Optional<Digest>> contracts, Map<SessionName, StoredSession> locked) {
        Map<SessionName, StoredSession> bound = new HashMap<>(locked);
        Map<Long, Digest> newlyBound = new HashMap<>();
        contracts.forEach((name, contract) -> {
            StoredSession session = Objects.requireNonNull(locked.get(name), "a session that was just locked");
            if (session.contract().isEmpty() && contract.isPresent()) {
                newlyBound.put(session.sessionKey(), contract.get());
                bound.put(name, session.boundTo(contract.get()));
            }
        });
        register.bind(newlyBound);
        return bound;
    }

    private JustStored store(List<Received> storable, Map<SessionName, StoredSession> sessions, Instant now) {
        Function<Received, Long> sessionKey =
                record -> session(record, sessions).sessionKey();
        return new JustStored(
                register.storeClaims(firsts(storable, Claim.class), sessionKey, now),
                register.storeEvidence(firsts(storable, Evidence.class), sessionKey, now));
    }

    private static StoredSession session(Received record, Map<SessionName, StoredSession> sessions) {
        StoredSession session = sessions.get(SessionName.of(record));
        if (session == null) {
            throw new IllegalStateException(
                    "expected session " + SessionName.of(record) + " to exist, but it does not");
        }
        return session;
    }

    private static <T extends Received> List<T> firsts(List<Received> records, Class<T> type) {
        Set<SourceId> seen = new HashSet<>();
        return records.stream()
                .filter(record -> type.isInstance(record) && seen.add(record.identity()))
                .map(type::cast)
                .toList();
    }

    private static Collection<SessionName> sessions(List<Received> records) {
        return records.stream().map(SessionName::of).collect(Collectors.toSet());
    }
}
