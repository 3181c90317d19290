package io.adjudicator.casework;

import java.time.Instant;

/** A task will be overdue soon. Published inside the transaction that records it, once per task. */
public record TaskReminded(Task task, Instant at) {}
