package io.adjudicator.intake;

import java.time.Instant;

/** An evidence record; its key grows in the order in which the session's records were received, whatever the clocks say. */
public record StoredEvidence(long evidenceKey, long sessionKey, Evidence evidence, Instant recordedAt) {}
