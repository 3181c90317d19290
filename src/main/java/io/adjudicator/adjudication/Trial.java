package io.adjudicator.adjudication;

import io.adjudicator.adjudication.SessionFile.ClaimEntry;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.rules.RuleSets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides without storing anything: the dry run of the API and the agreed cases of a contract (design law 11). */
public final class Trial {

    private Trial() {}

    /**
     * What the claim comes to once all windows of its session are closed, or as things stand at {@code asOf}.
     *
     * @param earlier other claims of the same session, which may have been billed before
     * @param evidence everything observed of the session
     */
    public static Decision decide(
            ContractVersion contract,
            RuleSets ruleSets,
            Claim claim,
            List<Claim> earlier,
            List<Evidence> evidence,
            Optional<Instant> asOf) {
        Instant now = asOf.orElse(Instant.MAX);
        List<Claim> claims = new ArrayList<>(earlier);
        claims.add(claim);
        SessionFile session = new SessionFile(
                contract,
                claims.stream()
                        .map(one -> new ClaimEntry(one, Optional.empty()))
                        .toList(),
                evidence.stream()
                        .filter(one -> !one.occurredAt().isAfter(now))
                        .map(one -> new EvidenceEntry(one, 1, one.occurredAt()))
                        .toList());
        var adjudications = new Adjudications(ruleSets).under(contract);
        return Docket.advance(session, adjudications, now).issued().stream()
                .filter(issued -> issued.claim().equals(claim))
                .map(Issued::decision)
                .reduce((first, last) -> last)
                .orElseGet(() -> Docket.provisional(session, adjudications, claim, now));
    }
}
