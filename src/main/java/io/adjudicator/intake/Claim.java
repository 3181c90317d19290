package io.adjudicator.intake;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
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
    @SuppressWarnings("unchecked") // the members are those written above
    public static Claim ofCanonical(Map<String, Object> members) {
        return new Claim(
                new SourceId((String) members.get("source"), (String) members.get("id")),
                new CustomerId((String) members.get("customer")),
                new OutcomeType((String) members.get("outcomeType")),
                (String) members.get("session"),
                Instant.parse((String) members.get("occurredAt")),
                Instant.parse((String) members.get("sessionStartedAt")),
                (String) members.get("account"),
                (String) members.get("channel"),
                (String) members.get("workflowType"),
                Optional.ofNullable((String) members.get("sourceLink")),
                StatedFacts.ofCanonical((Map<String, Object>) members.get("facts")));
    }
}
