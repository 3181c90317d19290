package io.adjudicator.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that was received in some sessions, in any order. */
public final class SessionRecords {

    private final Map<Long, List<StoredClaim>> claims;
    private final Map<Long, List<StoredEvidence>> evidence;

    SessionRecords(List<StoredClaim> claims, List<StoredEvidence> evidence) {
        this.claims = claims.stream().collect(Collectors.groupingBy(StoredClaim::sessionKey));
        this.evidence = evidence.stream().collect(Collectors.groupingBy(StoredEvidence::sessionKey));
    }

    public List<StoredClaim> claimsOf(StoredSession session) {
        return claims.getOrDefault(session.sessionKey(), List.of());
    }

    public List<StoredEvidence> evidenceOf(StoredSession session) {
        return evidence.getOrDefault(session.sessionKey(), List.of());
    }
}
