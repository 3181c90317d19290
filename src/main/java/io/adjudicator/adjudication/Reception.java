package io.adjudicator.adjudication;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<SessionName, StoredSession> held = new HashMap<>(register.lock(sessions(admitted)));
        List<Received> fitting = register.refuseOverflow(admitted, held, receipts);
        held.keySet().retainAll(sessions(fitting));
        Map<SessionName, StoredSession> locked = bind(fitting, held);
        // Another replica may have bound a session since the first look: what counts is the contract under the lock.
        List<Received> storable = admit(fitting, locked, receipts);
        store(storable, locked, receipts, now);
        register.answerRepeats(receipts.unanswered(storable), receipts);
        desk.advance(locked.values(), now);
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

    /** A session is bound once, by its claim that began earliest. */
    private Map<SessionName, StoredSession> bind(List<Received> admitted, Map<SessionName, StoredSession> locked) {
        Map<SessionName, StoredSession> bound = new HashMap<>(locked);
        Map<Long, Digest> newlyBound = new HashMap<>();
        admitted.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .sorted(Comparator.comparing(Claim::sessionStartedAt).thenComparing(Claim::identity))
                .filter(claim -> session(claim, bound).contract().isEmpty())
                .forEach(claim -> {
                    StoredSession session = session(claim, bound);
                    Optional<Digest> contract =
                            admission.contract(claim, Optional.of(session)).map(ContractVersion::digest);
                    contract.ifPresent(digest -> newlyBound.put(session.sessionKey(), digest));
                    bound.put(session.name(), new StoredSession(session.sessionKey(), session.name(), contract));
                });
        register.bind(newlyBound);
        return bound;
    }

    private void store(
            List<Received> storable, Map<SessionName, StoredSession> sessions, Receipts receipts, Instant now) {
        Function<Received, Long> sessionKey =
                record -> session(record, sessions).sessionKey();
        Map<SourceId, Claim> claims = firsts(storable, Claim.class);
        Map<SourceId, Evidence> evidence = firsts(storable, Evidence.class);
        Set<SourceId> newClaims = register.storeClaims(List.copyOf(claims.values()), sessionKey, now);
        Set<SourceId> newEvidence = register.storeEvidence(List.copyOf(evidence.values()), sessionKey, now);
        claims.values().stream()
                .filter(claim -> newClaims.contains(claim.identity()))
                .forEach(claim -> receipts.put(claim, new Receipt.Accepted(claim.outcomeId())));
        evidence.values().stream()
                .filter(record -> newEvidence.contains(record.identity()))
                .forEach(record -> receipts.put(record, new Receipt.Accepted(record.evidenceId())));
    }

    private static StoredSession session(Received record, Map<SessionName, StoredSession> sessions) {
        StoredSession session = sessions.get(SessionName.of(record));
        if (session == null) {
            throw new IllegalStateException(
                    "expected session " + SessionName.of(record) + " to exist, but it does not");
        }
        return session;
    }

    private static <T extends Received> Map<SourceId, T> firsts(List<Received> records, Class<T> type) {
        return records.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(
                        Received::identity, Function.identity(), (first, repeat) -> first, LinkedHashMap::new));
    }

    private static Collection<SessionName> sessions(List<Received> records) {
        return records.stream().map(SessionName::of).collect(Collectors.toSet());
    }
}
