package io.adjudicator.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names a webhook in paths and records. */
public record WebhookId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("wh_[0-9a-f]{24}");
    private static final int BYTES = 12;

    public WebhookId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("expected wh_ and 24 hex digits, but got \"" + value + "\"");
        }
    }

    static WebhookId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookId("wh_" + HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
