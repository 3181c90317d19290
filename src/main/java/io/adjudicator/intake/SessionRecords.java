package io.adjudicator.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that was received in some sessions, in any order. */
public final class SessionRecords {

    private final Map<Long, List<StoredClaim>> claims;
    private final Map<Long, List<StoredEvidence>> evidence;

    SessionRecords(Stream<StoredClaim> claims, Stream<StoredEvidence> evidence) {
        this.claims = claims.collect(Collectors.groupingBy(StoredClaim::sessionKey));
        this.evidence = evidence.collect(Collectors.groupingBy(StoredEvidence::sessionKey));
    }

    public List<StoredClaim> claimsOf(StoredSession session) {
        return claims.getOrDefault(session.sessionKey(), List.of());
    }

    public List<StoredEvidence> evidenceOf(StoredSession session) {
        return evidence.getOrDefault(session.sessionKey(), List.of());
    }
}
