package io.adjudicator.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** Why a webhook is told nothing any more. */
public record Disabled(Instant at, Because because) {

    /** The ways to get there. */
    public enum Because {
        /** Somebody wanted it. */
        ASKED,
        /** It took nothing for {@link RetrySchedule#GIVES_UP_AFTER}. */
        FAILING,
        /** Its receiver answered 410. */
        GONE;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
