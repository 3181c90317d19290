package io.adjudicator.intake;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The product's assertion that one outcome happened.
 *
 * @param sessionStartedAt when the session began; decides which contract version is in force. Defaults to occurredAt
 * @param account whom it concerns at the customer, such as a location or an end user
 * @param workflowType what was worked on, such as {@code refund}
 * @param sourceLink link to the event in the system that recorded it
 * @param facts vocabulary name to Boolean, Long, BigDecimal or String; absent is unknown
 */
public record Claim(
        SourceId identity,
        CustomerId customer,
        OutcomeType outcomeType,
        String session,
        Instant occurredAt,
        Instant sessionStartedAt,
        String account,
        String channel,
        String workflowType,
        Optional<String> sourceLink,
        Map<String, Object> facts)
        implements Received {

    public Claim {
        facts = Map.copyOf(facts);
    }

    /** The same claim under another identity, in another session. */
    public Claim in(String otherSession, SourceId otherIdentity) {
        return new Claim(
                otherIdentity,
                customer,
                outcomeType,
                otherSession,
                occurredAt,
                sessionStartedAt,
                account,
                channel,
                workflowType,
                sourceLink,
                facts);
    }

    /** The name under which API, reports and explanations speak of this outcome. */
    public String outcomeId() {
        return outcomeId(identity);
    }

    public static String outcomeId(SourceId identity) {
        return identity.derived("oc");
    }

    @Override
    public Digest content() {
        return Digest.of(Canonical.bytes(canonical()));
    }

    /** The claim's own members, in the form that is digested and stored in case files. */
    public Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("source", identity.source());
        members.put("id", identity.id());
        members.put("customer", customer.value());
        members.put("outcomeType", outcomeType.value());
        members.put("session", session);
        members.put("occurredAt", occurredAt.toString());
        members.put("sessionStartedAt", sessionStartedAt.toString());
        members.put("account", account);
        members.put("channel", channel);
        members.put("workflowType", workflowType);
        sourceLink.ifPresent(link -> members.put("sourceLink", link));
        members.put("facts", StatedFacts.canonical(facts));
        return members;
    }

    /** The claim that {@link #canonical()} wrote. */
    public static Claim ofCanonical(Members members) {
        return new Claim(
                new SourceId(members.text("source"), members.text("id")),
                new CustomerId(members.text("customer")),
                new OutcomeType(members.text("outcomeType")),
                members.text("session"),
                Instant.parse(members.text("occurredAt")),
                Instant.parse(members.text("sessionStartedAt")),
                members.text("account"),
                members.text("channel"),
                members.text("workflowType"),
                members.optionalText("sourceLink"),
                StatedFacts.ofCanonical(members.object("facts").values()));
    }
}
