package io.adjudicator.adjudication;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page of settling came to.
 *
 * @param decisions how many decisions this page issued
 * @param moreDue whether windows of the cohort are still due now
 * @param nextClosesAt when the next window of the cohort closes, if one moved or the clocks disagree; empty with nothing due: done
 */
public record Settled(int decisions, boolean moreDue, Optional<Instant> nextClosesAt) {}
