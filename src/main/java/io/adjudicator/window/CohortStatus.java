package io.adjudicator.window;

import java.time.Instant;
import java.util.Optional;

/** What is left of a cohort: whether windows are due now, and when the next one closes. */
public record CohortStatus(boolean moreDue, Optional<Instant> nextClosesAt) {}
