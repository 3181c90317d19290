package io.adjudicator.adjudication;

import io.adjudicator.kernel.Members;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person ruled on one outcome. It enters the case file, so that the decision that follows from it replays like any other.
 *
 * @param id of the matter that it comes from; the same id rules once
 * @param verdict stands over what the rules find; absent: the rules decide again, with the evidence that is admitted
 * @param tier stands over the tier that the rules tell; absent: theirs
 * @param admits ids of evidence that counts although it came late or after the close
 * @param reason in the ruling person's words
 * @param by id of the actor
 * @param at when it was ruled
 */
public record Ruling(
        String id,
        String outcomeId,
        Optional<Verdict> verdict,
        Optional<String> tier,
        Set<String> admits,
        String reason,
        String by,
        Instant at) {

    public Ruling {
        admits = Set.copyOf(admits);
    }

    /** Whether a repeat of this id asks for the same; who repeats it, and when, may differ. */
    boolean saysAs(Ruling other) {
        return outcomeId.equals(other.outcomeId)
                && verdict.equals(other.verdict)
                && tier.equals(other.tier)
                && admits.equals(other.admits);
    }

    Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("id", id);
        members.put("outcomeId", outcomeId);
        verdict.ifPresent(ruled -> members.put("verdict", canonical(ruled)));
        tier.ifPresent(ruled -> members.put("tier", ruled));
        members.put("admits", List.copyOf(new TreeSet<>(admits)));
        members.put("reason", reason);
        members.put("by", by);
        members.put("at", at.toString());
        return members;
    }

    private static Map<String, Object> canonical(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Billable billable -> Map.of("name", billable.name());
            case Verdict.NotBillable not -> Map.of("name", not.name(), "reason", not.reason());
            case Verdict.Unprovable not -> Map.of("name", not.name(), "missing", not.missing());
            case Verdict.NeedsReview not -> Map.of("name", not.name(), "why", not.why());
        };
    }

    /** What {@link #canonical()} wrote. */
    static Ruling ofCanonical(Members members) {
        return new Ruling(
                members.text("id"),
                members.text("outcomeId"),
                members.optionalObject("verdict").map(Ruling::verdict),
                members.optionalText("tier"),
                Set.copyOf(members.texts("admits")),
                members.text("reason"),
                members.text("by"),
                Instant.parse(members.text("at")));
    }

    private static Verdict verdict(Members members) {
        return switch (members.text("name")) {
            case "BILLABLE" -> new Verdict.Billable();
            case "NOT_BILLABLE" -> new Verdict.NotBillable(members.text("reason"));
            case "UNPROVABLE" -> new Verdict.Unprovable(members.texts("missing"));
            case "NEEDS_REVIEW" -> new Verdict.NeedsReview(members.text("why"));
            default -> throw new IllegalStateException("expected a verdict, but got " + members.text("name"));
        };
    }
}
