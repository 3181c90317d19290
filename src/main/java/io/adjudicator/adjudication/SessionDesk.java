package io.adjudicator.adjudication;

import io.adjudicator.adjudication.SessionFile.ClaimEntry;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.adjudication.SessionFile.Standing;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredClaim;
import io.adjudicator.intake.StoredEvidence;
import io.adjudicator.intake.StoredSession;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.window.CohortId;
import io.adjudicator.window.OpenWindow;
import io.adjudicator.window.WindowRule;
import io.adjudicator.window.Windows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes locked sessions from the shelf, asks the docket what is to be decided, and writes it down. */
@Component
class SessionDesk {

    private final Contracts contracts;
    private final RuleSets ruleSets;
    private final Register register;
    private final Windows windows;
    private final DecisionStore decisions;
    private final DecisionMeters meters;

    SessionDesk(
            Contracts contracts,
            RuleSets ruleSets,
            Register register,
            Windows windows,
            DecisionStore decisions,
            DecisionMeters meters) {
        this.contracts = contracts;
        this.ruleSets = ruleSets;
        this.register = register;
        this.windows = windows;
        this.decisions = decisions;
        this.meters = meters;
    }

    /** Everything that one transaction writes, gathered over many sessions so that each table is touched once. */
    private static final class Outbox {
        final List<Issued> issued = new ArrayList<>();
        final Map<Issued, Long> claimKeys = new HashMap<>();
        final List<OpenWindow> opened = new ArrayList<>();
    }

    /** Decides what is due in sessions that the caller has locked, and returns how many decisions that made. */
    int advance(Collection<StoredSession> locked, Instant now) {
        List<Long> keys = locked.stream().map(StoredSession::sessionKey).toList();
        Map<Long, List<StoredClaim>> claims =
                register.claimsOf(keys).stream().collect(Collectors.groupingBy(StoredClaim::sessionKey));
        Map<Long, List<StoredEvidence>> evidence =
                register.evidenceOf(keys).stream().collect(Collectors.groupingBy(StoredEvidence::sessionKey));
        Map<Long, Standing> standing = decisions.standing(keys);
        Adjudications adjudications = new Adjudications(ruleSets);
        Outbox outbox = new Outbox();
        for (StoredSession session : locked) {
            List<StoredClaim> ofSession = claims.getOrDefault(session.sessionKey(), List.of());
            if (!ofSession.isEmpty()) {
                advance(
                        session,
                        ofSession,
                        evidence.getOrDefault(session.sessionKey(), List.of()),
                        standing,
                        adjudications,
                        now,
                        outbox);
            }
        }
        write(outbox, now);
        return outbox.issued.size();
    }

    private void advance(
            StoredSession session,
            List<StoredClaim> claims,
            List<StoredEvidence> evidence,
            Map<Long, Standing> standing,
            Adjudications adjudications,
            Instant now,
            Outbox outbox) {
        ContractVersion contract = contracts.byDigest(session.contract()
                .orElseThrow(() -> new IllegalStateException("expected session " + session.sessionKey()
                        + " with claims to be bound to a contract, but it is not")));
        SessionFile file = new SessionFile(
                contract,
                claims.stream()
                        .map(stored ->
                                new ClaimEntry(stored.claim(), Optional.ofNullable(standing.get(stored.claimKey()))))
                        .toList(),
                evidence.stream()
                        .map(stored -> new EvidenceEntry(stored.evidence(), stored.evidenceKey(), stored.recordedAt()))
                        .toList());
        Docket.Agenda agenda = Docket.advance(file, adjudications.under(contract), now);
        Map<SourceId, Long> keys = claims.stream()
                .collect(Collectors.toMap(stored -> stored.claim().identity(), StoredClaim::claimKey));
        for (Issued issued : agenda.issued()) {
            outbox.issued.add(issued);
            outbox.claimKeys.put(issued, claimKey(keys, issued.claim()));
        }
        agenda.stillOpen()
                .forEach(open -> outbox.opened.add(window(contract, session, claimKey(keys, open.claim()), open)));
    }

    private static long claimKey(Map<SourceId, Long> keys, Claim claim) {
        return Objects.requireNonNull(keys.get(claim.identity()), "claim without a row");
    }

    private static OpenWindow window(
            ContractVersion contract, StoredSession session, long claimKey, Docket.StillOpen open) {
        var terms = contract.terms(open.claim().outcomeType()).orElseThrow().window();
        Instant settlesAt = WindowRule.settlesAt(open.closesAt(), terms.settleEvery());
        CohortId cohort = CohortId.of(
                contract.customer(), contract.version(), open.claim().outcomeType(), settlesAt);
        return new OpenWindow(claimKey, session.sessionKey(), cohort, settlesAt, open.closesAt());
    }

    private void write(Outbox outbox, Instant now) {
        if (!outbox.issued.isEmpty()) {
            decisions.insert(outbox.issued, outbox.claimKeys, now);
            windows.close(outbox.claimKeys.values());
            meters.issued(outbox.issued);
            DecisionLog.whenCommitted(outbox.issued);
        }
        windows.open(outbox.opened);
    }
}
