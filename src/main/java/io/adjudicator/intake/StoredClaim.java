package io.adjudicator.intake;

import java.time.Instant;

/** A claim on record. */
public record StoredClaim(long claimKey, long sessionKey, Claim claim, Instant recordedAt) {}
