package io.adjudicator.adjudication;

import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.kernel.Digest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a decision depends on (design law 4). Stored with the decision, so that it can be replayed to the same bytes.
 *
 * @param evidence everything on record that concerns the claim, in order of occurredAt and identity
 * @param billedEarlier the outcome id of another claim of the same outcome that is billed already
 * @param asOf the point of view: evidence after it is not seen
 */
public record CaseFile(
        Claim claim,
        Digest contract,
        Digest ruleSet,
        List<Exhibit> evidence,
        Optional<String> billedEarlier,
        Instant asOf) {

    public CaseFile {
        evidence = List.copyOf(evidence);
    }

    /** @param late recorded only after the claim had been settled */
    public record Exhibit(Evidence evidence, boolean late) {}

    CaseFile asOf(Instant other) {
        return new CaseFile(claim, contract, ruleSet, evidence, billedEarlier, other);
    }

    /** Digest of all evidence by content, in order. */
    public Digest evidenceDigest() {
        StringBuilder contents = new StringBuilder();
        for (Exhibit exhibit : evidence) {
            contents.append(exhibit.evidence().content()).append(exhibit.late() ? " late\n" : "\n");
        }
        return Digest.of(contents.toString());
    }

    public Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("claim", claim.canonical());
        members.put("contract", contract.value());
        members.put("ruleSet", ruleSet.value());
        members.put("evidence", evidence.stream().map(CaseFile::canonical).toList());
        billedEarlier.ifPresent(outcome -> members.put("billedEarlier", outcome));
        members.put("asOf", asOf.toString());
        return members;
    }

    private static Map<String, Object> canonical(Exhibit exhibit) {
        return Map.of("evidence", exhibit.evidence().canonical(), "late", exhibit.late());
    }

    @SuppressWarnings("unchecked") // the members are those written by canonical()
    public static CaseFile ofCanonical(Map<String, Object> members) {
        List<Map<String, Object>> evidence = (List<Map<String, Object>>) members.get("evidence");
        return new CaseFile(
                Claim.ofCanonical((Map<String, Object>) members.get("claim")),
                new Digest((String) members.get("contract")),
                new Digest((String) members.get("ruleSet")),
                evidence.stream()
                        .map(exhibit -> new Exhibit(
                                Evidence.ofCanonical((Map<String, Object>) exhibit.get("evidence")),
                                (Boolean) exhibit.get("late")))
                        .toList(),
                Optional.ofNullable((String) members.get("billedEarlier")),
                Instant.parse((String) members.get("asOf")));
    }
}
