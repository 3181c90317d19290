package io.adjudicator.adjudication;

import java.time.Instant;

/** A place in the list of claims, in the order of occurredAt and arrival; later inserts never move it. */
public record ClaimCursor(Instant occurredAt, long claimKey) {

    public static final ClaimCursor START = new ClaimCursor(Instant.EPOCH, 0);
}
