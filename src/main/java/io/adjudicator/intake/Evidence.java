package io.adjudicator.intake;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
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
    @SuppressWarnings("unchecked") // the members are those written above
    public static Evidence ofCanonical(Map<String, Object> members) {
        return new Evidence(
                new SourceId((String) members.get("source"), (String) members.get("id")),
                new CustomerId((String) members.get("customer")),
                (String) members.get("session"),
                Optional.ofNullable((Map<String, String>) members.get("claim"))
                        .map(named -> new SourceId(named.get("source"), named.get("id"))),
                EvidenceKind.valueOf(((String) members.get("kind")).toUpperCase(Locale.ROOT)),
                EvidenceGrade.valueOf(((String) members.get("grade")).toUpperCase(Locale.ROOT)),
                Instant.parse((String) members.get("occurredAt")),
                Optional.ofNullable((String) members.get("note")),
                Optional.ofNullable((String) members.get("sourceLink")));
    }
}
