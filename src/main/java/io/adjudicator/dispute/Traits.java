package io.adjudicator.dispute;

import java.time.Instant;
import java.util.Optional;

/**
 * What tells one disputed outcome from another, so that like ones can be answered alike.
 *
 * @param tier of the decision that is disputed
 * @param topic as the claim states it
 */
public record Traits(
        Disputed disputed,
        Instant occurredAt,
        String account,
        String channel,
        String workflowType,
        Optional<String> tier,
        Optional<String> topic) {}
