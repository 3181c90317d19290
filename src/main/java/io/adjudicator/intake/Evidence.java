package io.adjudicator.intake;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A later or accompanying observation on a session.
 *
 * @param claim the one claim it speaks of; absent: the session, see {@link EvidenceKind}
 */
public record Evidence(
        SourceId identity,
        CustomerId customer,
        String session,
        Optional<SourceId> claim,
        EvidenceKind kind,
        EvidenceGrade grade,
        Instant occurredAt,
        Optional<String> note,
        Optional<String> sourceLink)
        implements Received {

    /** The same observation of another claim. */
    public Evidence in(String otherSession, SourceId otherClaim, String otherId) {
        return new Evidence(
                new SourceId(identity.source(), otherId),
                customer,
                otherSession,
                Optional.of(otherClaim),
                kind,
                grade,
                occurredAt,
                note,
                sourceLink);
    }

    public String evidenceId() {
        return identity.derived("ev");
    }

    @Override
    public Digest content() {
        return Digest.of(Canonical.bytes(canonical()));
    }

    /** The record's own members, in the form that is digested and stored in case files. */
    public Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("source", identity.source());
        members.put("id", identity.id());
        members.put("customer", customer.value());
        members.put("session", session);
        claim.ifPresent(named -> members.put("claim", Map.of("source", named.source(), "id", named.id())));
        members.put("kind", kind.wireName());
        members.put("grade", grade.name().toLowerCase(Locale.ROOT));
        members.put("occurredAt", occurredAt.toString());
        note.ifPresent(text -> members.put("note", text));
        sourceLink.ifPresent(link -> members.put("sourceLink", link));
        return members;
    }

    /** The evidence that {@link #canonical()} wrote. */
    public static Evidence ofCanonical(Members members) {
        return new Evidence(
                new SourceId(members.text("source"), members.text("id")),
                new CustomerId(members.text("customer")),
                members.text("session"),
                members.optionalObject("claim").map(named -> new SourceId(named.text("source"), named.text("id"))),
                EvidenceKind.valueOf(members.text("kind").toUpperCase(Locale.ROOT)),
                EvidenceGrade.valueOf(members.text("grade").toUpperCase(Locale.ROOT)),
                Instant.parse(members.text("occurredAt")),
                members.optionalText("note"),
                members.optionalText("sourceLink"));
    }
}
