package io.adjudicator.dispute;

import java.time.Instant;

/** A place in the list of disputes, the newest first. */
public record DisputePlace(Instant raisedAt, String id) {

    public static final DisputePlace START = new DisputePlace(Instant.parse("9999-12-31T00:00:00Z"), "");
}
