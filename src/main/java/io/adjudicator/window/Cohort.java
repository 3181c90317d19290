package io.adjudicator.window;

import java.time.Instant;

/**
 * A cohort that needs a process to wait for it.
 *
 * @param settlesAt when its timer fires
 * @param generation grows whenever a window joins a cohort that had settled already, so that its new message is no repeat
 */
public record Cohort(CohortId id, Instant settlesAt, int generation) {}
