package io.adjudicator.casework;

import java.time.Instant;

/** Nobody decided in time. Published inside the transaction that records it, once per task. */
public record TaskOverdue(Task task, Instant at) {}
