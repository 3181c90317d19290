package io.adjudicator.api;

import io.adjudicator.adjudication.ClaimCursor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A cursor as callers carry it: opaque, so that nobody builds one and its meaning may change. */
final class ClaimPlace {

    private ClaimPlace() {}

    static String write(ClaimCursor cursor) {
        String place = cursor.occurredAt() + " " + cursor.claimKey();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
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
