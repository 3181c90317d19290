package io.adjudicator.intake;

import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was received: locks sessions, recognizes repeats, stores, and gives back. */
@Service
public class Register {

    private final SessionStore sessions;
    private final ClaimStore claims;
    private final EvidenceStore evidence;
    private final SessionLimit limit;

    Register(SessionStore sessions, ClaimStore claims, EvidenceStore evidence, SessionLimit limit) {
        this.sessions = sessions;
        this.claims = claims;
        this.evidence = evidence;
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
        Map<Overflow.Share, Long> filled = sessions.countByShare(keysOfOlder(locked.values()));
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
        Map<SourceId, Known> knownClaims = known(received, Claim.class, claims::known);
        Map<SourceId, Known> knownEvidence = known(received, Evidence.class, evidence::known);
        for (Received one : received) {
            Optional.ofNullable((one instanceof Claim ? knownClaims : knownEvidence).get(one.identity()))
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
    public List<StoredClaim> storeClaims(
            List<Claim> received, Function<Received, Long> sessionKey, Instant recordedAt) {
        if (received.isEmpty()) {
            return List.of();
        }
        Map<SourceId, Long> keys =
                claims.insert(received, received.stream().map(sessionKey).toList(), recordedAt);
        return received.stream()
                .flatMap(claim -> Optional.ofNullable(keys.get(claim.identity()))
                        .map(key -> new StoredClaim(key, sessionKey.apply(claim), claim, recordedAt))
                        .stream())
                .toList();
    }

    /** Stores evidence in order and returns what is new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StoredEvidence> storeEvidence(
            List<Evidence> received, Function<Received, Long> sessionKey, Instant recordedAt) {
        if (received.isEmpty()) {
            return List.of();
        }
        Map<SourceId, Long> keys =
                evidence.insert(received, received.stream().map(sessionKey).toList(), recordedAt);
        return received.stream()
                .flatMap(record -> Optional.ofNullable(keys.get(record.identity()))
                        .map(key -> new StoredEvidence(key, sessionKey.apply(record), record, recordedAt))
                        .stream())
                .toList();
    }

    public List<StoredEvidence> evidenceOf(Collection<Long> sessionKeys) {
        return evidence.ofSessions(sessionKeys);
    }

    public List<StoredClaim> claims(Collection<Long> claimKeys) {
        return claims.byKey(claimKeys);
    }

    public Optional<StoredEvidence> evidence(String evidenceId) {
        return evidence.byEvidenceId(evidenceId);
    }

    public Optional<StoredClaim> claim(String outcomeId) {
        return claims.byOutcomeId(outcomeId);
    }

    /** Everything on record of locked sessions; what was just stored in a new one need not be read back. */
    public SessionRecords recordsOf(Collection<StoredSession> locked, JustStored stored) {
        Set<Long> created = locked.stream()
                .filter(StoredSession::isNew)
                .map(StoredSession::sessionKey)
                .collect(Collectors.toSet());
        List<Long> older = keysOfOlder(locked);
        Stream<StoredClaim> newClaims = stored.claims().stream().filter(claim -> created.contains(claim.sessionKey()));
        Stream<StoredEvidence> newEvidence =
                stored.evidence().stream().filter(record -> created.contains(record.sessionKey()));
        return new SessionRecords(
                Stream.concat(claims.ofSessions(older).stream(), newClaims),
                Stream.concat(evidence.ofSessions(older).stream(), newEvidence));
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
