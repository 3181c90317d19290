package io.adjudicator.intake;

import io.adjudicator.intake.RecordStore.Known;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was received: locks sessions, recognizes repeats, stores, and gives back. */
@Service
public class Register {

    private final SessionStore sessions;
    private final RecordStore records;
    private final SessionLimit limit;

    Register(SessionStore sessions, RecordStore records, SessionLimit limit) {
        this.sessions = sessions;
        this.records = records;
        this.limit = limit;
    }

    /** Sessions that exist, without locking them. */
    public Map<SessionName, StoredSession> find(Collection<SessionName> names) {
        return byName(sessions.find(names));
    }

    /**
     * Creates what is missing and locks all until the end of the caller's transaction.
     *
     * @param wanted each session with the contract that it is bound to if it is new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<SessionName, StoredSession> lock(Map<SessionName, Optional<Digest>> wanted) {
        Map<SessionName, StoredSession> locked = new HashMap<>(byName(sessions.create(new TreeMap<>(wanted)).stream()
                .map(StoredSession::created)
                .toList()));
        List<SessionName> there = wanted.keySet().stream()
                .filter(name -> !locked.containsKey(name))
                .toList();
        if (!there.isEmpty()) {
            locked.putAll(byName(sessions.lock(there)));
        }
        return locked;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredSession> lockByKey(Collection<Long> sessionKeys) {
        return sessions.lockByKey(sessionKeys);
    }

    /**
     * Refuses what does not fit into its session any more and returns the rest. The sessions must be locked before, so that two senders
     * do not fill the same place.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Received> refuseOverflow(
            List<Received> received, Map<SessionName, StoredSession> locked, Receipts receipts) {
        Map<Overflow.Share, Long> filled = records.countByShare(keysOfOlder(locked.values()));
        Overflow overflow = Overflow.of(received, locked, filled, limit);
        // A repeat that another sender stored meanwhile needs no place.
        answerRepeats(overflow.refused().keySet(), receipts);
        receipts.unanswered(List.copyOf(overflow.refused().keySet()))
                .forEach(record -> receipts.put(record, overflow.refusal(record)));
        return overflow.fitting();
    }

    /** Binds sessions to the contract version that was in force at their start; once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(Map<Long, Digest> contracts) {
        if (!contracts.isEmpty()) {
            sessions.bind(contracts);
        }
    }

    /** Answers those records that were here before: the same, or in conflict. */
    public void answerRepeats(Collection<? extends Received> received, Receipts receipts) {
        Map<SourceId, Known> claims = known(received, Claim.class, records::knownClaims);
        Map<SourceId, Known> evidence = known(received, Evidence.class, records::knownEvidence);
        for (Received one : received) {
            Optional.ofNullable((one instanceof Claim ? claims : evidence).get(one.identity()))
                    .ifPresent(stored -> receipts.put(one, repeat(one, stored)));
        }
    }

    private static Map<SourceId, Known> known(
            Collection<? extends Received> received,
            Class<? extends Received> type,
            Function<Collection<SourceId>, List<Known>> query) {
        List<SourceId> identities = received.stream()
                .filter(type::isInstance)
                .map(Received::identity)
                .distinct()
                .toList();
        return identities.isEmpty()
                ? Map.of()
                : query.apply(identities).stream().collect(Collectors.toMap(Known::identity, Function.identity()));
    }

    private static Receipt repeat(Received one, Known stored) {
        return stored.content().equals(one.content()) ? new Receipt.Duplicate(stored.name()) : conflict(one);
    }

    /** The same identity came with other content. */
    public static Receipt conflict(Received one) {
        return new Receipt.Rejected(
                List.of(
                        new Fault(
                                "identity_conflict",
                                "/id",
                                "source \"" + one.identity().source() + "\" sent id \""
                                        + one.identity().id()
                                        + "\" before with other content; nothing was changed. Send a correction as evidence of its own.")));
    }

    /** Stores claims and returns the new ones; the others raced with another sender of the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredClaim> storeClaims(List<Claim> claims, Function<Received, Long> sessionKey, Instant recordedAt) {
        Map<SourceId, Long> keys = claims.isEmpty()
                ? Map.of()
                : records.insertClaims(claims, claims.stream().map(sessionKey).toList(), recordedAt);
        return claims.stream()
                .filter(claim -> keys.containsKey(claim.identity()))
                .map(claim -> new StoredClaim(
                        keys.getOrDefault(claim.identity(), 0L), sessionKey.apply(claim), claim, recordedAt))
                .toList();
    }

    /** Stores evidence in order and returns what is new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredEvidence> storeEvidence(
            List<Evidence> evidence, Function<Received, Long> sessionKey, Instant recordedAt) {
        Map<SourceId, Long> keys = evidence.isEmpty()
                ? Map.of()
                : records.insertEvidence(
                        evidence, evidence.stream().map(sessionKey).toList(), recordedAt);
        return evidence.stream()
                .filter(record -> keys.containsKey(record.identity()))
                .map(record -> new StoredEvidence(
                        keys.getOrDefault(record.identity(), 0L), sessionKey.apply(record), record, recordedAt))
                .toList();
    }

    public List<StoredEvidence> evidenceOf(Collection<Long> sessionKeys) {
        return records.evidenceOf(sessionKeys);
    }

    public List<StoredClaim> claims(Collection<Long> claimKeys) {
        return records.claims(claimKeys);
    }

    public Optional<StoredEvidence> evidence(String evidenceId) {
        return records.evidence(evidenceId);
    }

    public Optional<StoredClaim> claim(String outcomeId) {
        return records.claim(outcomeId);
    }

    /** Everything on record of locked sessions; what was just stored in a new one need not be read back. */
    public SessionRecords recordsOf(Collection<StoredSession> locked, JustStored stored) {
        Set<Long> created = locked.stream()
                .filter(StoredSession::isNew)
                .map(StoredSession::sessionKey)
                .collect(Collectors.toSet());
        List<Long> older = keysOfOlder(locked);
        List<StoredClaim> claims = new ArrayList<>(records.claimsOf(older));
        stored.claims().stream()
                .filter(claim -> created.contains(claim.sessionKey()))
                .forEach(claims::add);
        List<StoredEvidence> evidence = new ArrayList<>(records.evidenceOf(older));
        stored.evidence().stream()
                .filter(record -> created.contains(record.sessionKey()))
                .forEach(evidence::add);
        return new SessionRecords(claims, evidence);
    }

    private static List<Long> keysOfOlder(Collection<StoredSession> sessions) {
        return sessions.stream()
                .filter(session -> !session.isNew())
                .map(StoredSession::sessionKey)
                .toList();
    }

    private static Map<SessionName, StoredSession> byName(List<StoredSession> found) {
        return found.stream().collect(Collectors.toMap(StoredSession::name, Function.identity()));
    }
}
