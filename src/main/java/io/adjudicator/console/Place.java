package io.adjudicator.console;

import io.adjudicator.adjudication.ClaimCursor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A place in the list of outcomes as it stands in an address. */
final class Place {

    private Place() {}

    static String write(ClaimCursor cursor) {
        String text = cursor.occurredAt() + " " + cursor.claimKey();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws IllegalArgumentException or DateTimeException for what {@link #write} did not write. */
    static ClaimCursor read(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected two parts, but got " + parts.length);
        }
        return new ClaimCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    }
}
