package io.adjudicator.notice;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened, as it is told.
 *
 * @param subject what it happened to; with the type it is the notice's identity
 * @param content for {@link Canonical}: names and references, so that who wants more must come and ask with a key
 */
public record Notice(
        NoticeType type, CustomerId customer, String subject, Instant occurredAt, Map<String, Object> content) {

    public Notice {
        content = Map.copyOf(content);
    }

    /** The same for the same thing, whoever tells it and how often. */
    String id() {
        return new SourceId(type.wireName(), subject).derived("msg");
    }

    /** The form that the specification recommends. What is sent and signed are these very characters. */
    String body() {
        return Canonical.json(Map.of("type", type.wireName(), "timestamp", occurredAt.toString(), "data", content));
    }
}
