package io.adjudicator.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * Something done to a webhook.
 *
 * @param by an actor's id, or {@code service}
 */
public record WebhookChange(Instant at, String by, What what, String because) {

    static final String OURSELVES = "service";

    /** The kinds of it. */
    public enum What {
        CREATED,
        ROTATED,
        ENABLED,
        DISABLED,
        REDELIVERED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
