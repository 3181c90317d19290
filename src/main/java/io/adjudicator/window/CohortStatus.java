package io.adjudicator.window;

import java.time.Instant;
import java.util.Optional;

/** What is left of a cohort: windows that are due now, and when the next one closes. */
public record CohortStatus(long due, Optional<Instant> nextClosesAt) {}
