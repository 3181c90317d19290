package io.adjudicator.intake;

import io.adjudicator.contract.EvidenceGrade;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Reads an evidence record from its JSON; a pure function of the text and the current instant. */
public final class EvidenceReader {

    private static final Set<String> MEMBERS =
            Set.of("source", "id", "customer", "session", "claim", "kind", "grade", "occurredAt", "note", "sourceLink");
    private static final Set<String> CLAIM_MEMBERS = Set.of("source", "id");

    private static final int LONGEST_NOTE = 2_000;

    private static final Set<String> KINDS = wireNames(EvidenceKind.values());
    private static final Set<String> GRADES = wireNames(EvidenceGrade.values());

    private final InstantSource clock;
    private final Duration ahead;

    public EvidenceReader(InstantSource clock) {
        this(clock, RecordTime.USUALLY_AHEAD);
    }

    /**
     * A reader for senders whose clocks differ more than usually.
     *
     * @param ahead how far after now a record may have happened
     */
    public EvidenceReader(InstantSource clock, Duration ahead) {
        this.clock = clock;
        this.ahead = ahead;
    }

    /** Throws {@link io.adjudicator.kernel.Refused} with every fault. */
    public Evidence read(byte[] json) {
        return read(RecordJson.object(json));
    }

    Evidence read(ObjectNode json) {
        RecordMembers members = new RecordMembers(json, clock.instant().plus(ahead)).onlyKnow(MEMBERS);
        SourceId identity = RecordIdentity.read(members);
        String customer = RecordIdentity.customer(members);
        String session = members.text("session", RecordIdentity.LONGEST);
        Optional<SourceId> claim =
                members.optionalObject("claim").map(named -> RecordIdentity.read(named.onlyKnow(CLAIM_MEMBERS)));
        String kind = members.word(
                "kind", RecordIdentity.LONGEST, KINDS::contains, "unknown_evidence_kind", "a kind of evidence");
        String grade = members.word(
                "grade",
                RecordIdentity.LONGEST,
                GRADES::contains,
                "unknown_grade",
                "self_attested, affected_party or third_party_corroborated");
        Instant occurredAt = members.time("occurredAt");
        Optional<String> note = members.optionalNote("note", LONGEST_NOTE);
        Optional<String> link = RecordIdentity.sourceLink(members);
        members.refuseFaults();
        return new Evidence(
                identity,
                new CustomerId(customer),
                session,
                claim,
                EvidenceKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                EvidenceGrade.valueOf(grade.toUpperCase(Locale.ROOT)),
                occurredAt,
                note,
                link);
    }

    private static Set<String> wireNames(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
