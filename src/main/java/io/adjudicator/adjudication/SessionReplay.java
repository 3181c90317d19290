package io.adjudicator.adjudication;

import io.adjudicator.adjudication.SessionFile.ClaimEntry;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.adjudication.SessionFile.Standing;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replays one session as the service would have lived through it: before anything happens at an instant, every window that closed by then
 * is settled; then everything of that instant is received; at the end all windows close.
 */
public final class SessionReplay {

    private final ContractVersion contract;
    private final Function<OutcomeType, Adjudication> adjudications;
    private final List<Claim> claims = new ArrayList<>();
    private final List<EvidenceEntry> evidence = new ArrayList<>();
    private final Map<SourceId, Standing> standing = new HashMap<>();
    private final List<Issued> issued = new ArrayList<>();
    private List<Docket.StillOpen> open = List.of();

    public SessionReplay(ContractVersion contract, Function<OutcomeType, Adjudication> adjudications) {
        this.contract = contract;
        this.adjudications = adjudications;
    }

    /** Every decision, in the order in which they are issued. */
    public List<Issued> replay(List<Received> inEventTime) {
        for (int i = 0; i < inEventTime.size(); ) {
            Instant now = inEventTime.get(i).occurredAt();
            settleUpTo(now);
            for (; i < inEventTime.size() && inEventTime.get(i).occurredAt().equals(now); i++) {
                keep(inEventTime.get(i));
            }
            advance(now);
        }
        settleUpTo(Instant.MAX);
        return issued;
    }

    private void keep(Received record) {
        switch (record) {
            case Claim claim -> claims.add(claim);
            case Evidence seen -> evidence.add(new EvidenceEntry(seen, evidence.size() + 1L, seen.occurredAt()));
        }
    }

    private void settleUpTo(Instant now) {
        for (Optional<Instant> next = nextClose();
                next.isPresent() && !next.get().isAfter(now);
                next = nextClose()) {
            advance(next.get());
        }
    }

    private Optional<Instant> nextClose() {
        return open.stream().map(Docket.StillOpen::closesAt).min(Instant::compareTo);
    }

    private void advance(Instant now) {
        if (claims.isEmpty()) {
            return;
        }
        SessionFile file = new SessionFile(
                contract,
                claims.stream()
                        .map(claim -> new ClaimEntry(claim, Optional.ofNullable(standing.get(claim.identity()))))
                        .toList(),
                List.copyOf(evidence));
        Docket.Agenda agenda = Docket.advance(file, adjudications, now);
        agenda.issued().forEach(this::remember);
        open = agenda.stillOpen();
    }

    /** As the service's table of decisions would say it. */
    private void remember(Issued decided) {
        issued.add(decided);
        var judgement = decided.decision().judgement();
        long settledUpTo = Optional.ofNullable(standing.get(decided.claim().identity()))
                .map(Standing::settledUpTo)
                .orElse(decided.evidenceUpTo());
        standing.put(
                decided.claim().identity(),
                new Standing(
                        decided.number(),
                        judgement.verdict().name(),
                        judgement.tier(),
                        decided.decision().amount(),
                        decided.decision().file().asOf(),
                        settledUpTo,
                        decided.evidenceUpTo(),
                        0));
    }
}
