package io.adjudicator.adjudication;

import io.adjudicator.adjudication.CaseFile.Exhibit;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.contract.SessionTerms;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.window.SessionRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Which records of a session concern which claim. Evidence is kept in order of occurredAt and identity. */
final class SessionRecord {

    static final Comparator<Claim> BY_TIME =
            Comparator.comparing(Claim::occurredAt).thenComparing(Claim::identity);

    private final List<Claim> claims;
    private final List<EvidenceEntry> evidence;

    SessionRecord(SessionFile session) {
        claims = session.claims().stream()
                .map(SessionFile.ClaimEntry::claim)
                .sorted(BY_TIME)
                .toList();
        evidence = session.evidence().stream()
                .sorted(Comparator.comparing(
                                (EvidenceEntry entry) -> entry.evidence().occurredAt())
                        .thenComparing(entry -> entry.evidence().identity()))
                .toList();
    }

    List<Claim> claims() {
        return claims;
    }

    long lastPosition() {
        return evidence.stream().mapToLong(EvidenceEntry::position).max().orElse(0);
    }

    List<Claim> othersOfItsType(Claim claim) {
        return claims.stream()
                .filter(other -> !other.identity().equals(claim.identity())
                        && other.outcomeType().equals(claim.outcomeType()))
                .toList();
    }

    List<EvidenceEntry> concerning(Claim claim) {
        return evidence.isEmpty()
                ? List.of()
                : evidence.stream()
                        .filter(entry -> concerns(entry.evidence(), claim))
                        .toList();
    }

    static Exhibit exhibit(EvidenceEntry entry, long settledUpTo) {
        return new Exhibit(entry.evidence(), entry.position() > settledUpTo);
    }

    private boolean concerns(Evidence record, Claim claim) {
        if (record.claim().isPresent()) {
            return record.claim().get().equals(claim.identity());
        }
        return switch (record.kind().concerns()) {
            case WHOLE_SESSION -> true;
            case LATEST_CLAIM ->
                isLatestAt(claim, record.occurredAt())
                        // What came before the claim tells where a window that counts from the last message begins.
                        || ((record.kind() == EvidenceKind.ACTIVITY || record.kind() == EvidenceKind.ANSWERED)
                                && !record.occurredAt().isAfter(claim.occurredAt()));
        };
    }

    /** A record older than every claim concerns the first: senders' clocks differ by seconds. */
    private boolean isLatestAt(Claim claim, Instant at) {
        List<Claim> others = othersOfItsType(claim);
        boolean begun = !at.isBefore(claim.occurredAt())
                || others.stream().noneMatch(other -> BY_TIME.compare(other, claim) < 0);
        return begun
                && others.stream()
                        .noneMatch(other -> BY_TIME.compare(other, claim) > 0
                                && !other.occurredAt().isAfter(at));
    }

    /** Whether billing both claims would bill one outcome twice, by the contract's session terms. */
    boolean sameOutcome(Claim one, Claim other, SessionTerms terms) {
        if (!terms.unites(one.channel(), other.channel())) {
            return false;
        }
        Claim earlier = BY_TIME.compare(one, other) <= 0 ? one : other;
        Claim later = BY_TIME.compare(one, other) <= 0 ? other : one;
        boolean reopenedBetween = false;
        Instant quietSince = earlier.occurredAt();
        for (EvidenceEntry entry : evidence) {
            Instant at = entry.evidence().occurredAt();
            if (at.isAfter(earlier.occurredAt()) && !at.isAfter(later.occurredAt())) {
                reopenedBetween |= entry.evidence().kind() == EvidenceKind.REOPENED;
                quietSince = entry.evidence().kind() == EvidenceKind.ACTIVITY ? at : quietSince;
            }
        }
        return SessionRule.sameOutcome(terms, quietSince, later.occurredAt(), reopenedBetween);
    }
}
