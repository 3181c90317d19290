package io.adjudicator.intake;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.rules.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Reads a claim from its JSON; a pure function of the text, the vocabulary and the current instant. */
public final class ClaimReader {

    private static final Set<String> MEMBERS = Set.of(
            "source",
            "id",
            "customer",
            "outcomeType",
            "session",
            "occurredAt",
            "sessionStartedAt",
            "account",
            "channel",
            "workflowType",
            "sourceLink",
            "facts");

    /** The nine of docs/glossary.md. Whether the customer's contract prices one is adjudication's question. */
    private static final Set<String> OUTCOME_TYPES = Set.of(
            "support-resolution",
            "qualified-lead",
            "completed-screening",
            "saved-cancellation",
            "governed-decision",
            "recovered-revenue",
            "document-run",
            "conversation",
            "workflow-execution");

    private final RecordFacts facts;
    private final InstantSource clock;
    private final Duration ahead;

    public ClaimReader(Vocabulary vocabulary, InstantSource clock) {
        this(vocabulary, clock, RecordTime.USUALLY_AHEAD);
    }

    /**
     * A reader for senders whose clocks differ more than usually.
     *
     * @param ahead how far after now a record may have happened
     */
    public ClaimReader(Vocabulary vocabulary, InstantSource clock, Duration ahead) {
        this.facts = new RecordFacts(vocabulary);
        this.clock = clock;
        this.ahead = ahead;
    }

    /** Throws {@link io.adjudicator.kernel.Refused} with every fault. */
    public Claim read(byte[] json) {
        return read(RecordJson.object(json));
    }

    Claim read(ObjectNode json) {
        RecordMembers members = new RecordMembers(json, clock.instant().plus(ahead)).onlyKnow(MEMBERS);
        SourceId identity = RecordIdentity.read(members);
        String customer = RecordIdentity.customer(members);
        String type = members.word(
                "outcomeType",
                RecordIdentity.LONGEST,
                OUTCOME_TYPES::contains,
                "unknown_outcome_type",
                "an outcome type of this release");
        String session = members.text("session", RecordIdentity.LONGEST);
        Instant occurredAt = members.time("occurredAt");
        Instant startedAt = members.optionalTime("sessionStartedAt").orElse(occurredAt);
        if (startedAt.isAfter(occurredAt) && occurredAt.isAfter(Instant.EPOCH)) {
            members.fault("times_out_of_order", "sessionStartedAt", "expected a session that starts before its claim");
        }
        String account = members.text("account", RecordIdentity.LONGEST);
        String channel = members.text("channel", RecordIdentity.LONGEST);
        String workflowType = members.text("workflowType", RecordIdentity.LONGEST);
        Optional<String> link = RecordIdentity.sourceLink(members);
        Map<String, Object> stated = facts.read(members.object("facts"));
        members.refuseFaults();
        return new Claim(
                identity,
                new CustomerId(customer),
                new OutcomeType(type),
                session,
                occurredAt,
                startedAt,
                account,
                channel,
                workflowType,
                link,
                stated);
    }
}
