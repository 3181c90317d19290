package io.adjudicator.dispute;

import java.time.Instant;

/** An answer on record. */
public record Answered(int round, Answer answer, String by, String byName, Instant at) {}
