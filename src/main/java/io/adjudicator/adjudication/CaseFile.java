package io.adjudicator.adjudication;

import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
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
 * @param rulings what people ruled on this claim, first to last
 * @param asOf the point of view: evidence after it is not seen
 */
public record CaseFile(
        Claim claim,
        Digest contract,
        Digest ruleSet,
        List<Exhibit> evidence,
        Optional<String> billedEarlier,
        List<Ruling> rulings,
        Instant asOf) {

    private static final Digest NO_EVIDENCE = Digest.of("");

    public CaseFile {
        evidence = List.copyOf(evidence);
        rulings = List.copyOf(rulings);
    }

    /** A record before the adjudicator; {@code late} if it came only after the claim had been settled. */
    public record Exhibit(Evidence evidence, boolean late) {}

    CaseFile asOf(Instant other) {
        return new CaseFile(claim, contract, ruleSet, evidence, billedEarlier, rulings, other);
    }

    /** The ruling that decides: the last that names a verdict. */
    Optional<Ruling> ruled() {
        return rulings.stream()
                .filter(ruling -> ruling.verdict().isPresent() && !ruling.at().isAfter(asOf))
                .reduce((earlier, later) -> later);
    }

    /** Whether a ruling lets this record count, however late it came. */
    boolean admits(Evidence record) {
        return !rulings.isEmpty()
                && rulings.stream()
                        .filter(ruling -> !ruling.at().isAfter(asOf))
                        .anyMatch(ruling -> ruling.admits().contains(record.evidenceId()));
    }

    /** Digest of all evidence by content, in order. */
    public Digest evidenceDigest() {
        if (evidence.isEmpty()) {
            return NO_EVIDENCE;
        }
        StringBuilder contents = new StringBuilder();
        for (Exhibit exhibit : evidence) {
            contents.append(exhibit.evidence().content()).append(exhibit.late() ? " late\n" : "\n");
        }
        return Digest.of(contents.toString());
    }

    Digest rulingsDigest() {
        return Digest.of(Canonical.json(rulings.stream().map(Ruling::canonical).toList()));
    }

    public Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("claim", claim.canonical());
        members.put("contract", contract.value());
        members.put("ruleSet", ruleSet.value());
        members.put("evidence", evidence.stream().map(CaseFile::canonical).toList());
        billedEarlier.ifPresent(outcome -> members.put("billedEarlier", outcome));
        if (!rulings.isEmpty()) {
            members.put("rulings", rulings.stream().map(Ruling::canonical).toList());
        }
        members.put("asOf", asOf.toString());
        return members;
    }

    private static Map<String, Object> canonical(Exhibit exhibit) {
        return Map.of("evidence", exhibit.evidence().canonical(), "late", exhibit.late());
    }

    /** The case file that {@link #canonical()} wrote. */
    public static CaseFile ofCanonical(Members members) {
        return new CaseFile(
                Claim.ofCanonical(members.object("claim")),
                new Digest(members.text("contract")),
                new Digest(members.text("ruleSet")),
                members.objects("evidence").stream()
                        .map(exhibit ->
                                new Exhibit(Evidence.ofCanonical(exhibit.object("evidence")), exhibit.truth("late")))
                        .toList(),
                members.optionalText("billedEarlier"),
                members.values().containsKey("rulings")
                        ? members.objects("rulings").stream()
                                .map(Ruling::ofCanonical)
                                .toList()
                        : List.of(),
                Instant.parse(members.text("asOf")));
    }
}
