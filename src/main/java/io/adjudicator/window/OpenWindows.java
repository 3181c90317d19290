package io.adjudicator.window;

import java.time.Instant;
import java.util.Optional;

/**
 * How things stand with the windows.
 *
 * @param open windows that wait
 * @param due those whose cohort should have settled by now
 * @param oldestDueSince when the oldest unsettled cohort should have settled: its age is the settle lag
 * @param lastSettlesAt when the last cohort that is known of will settle
 */
public record OpenWindows(long open, long due, Optional<Instant> oldestDueSince, Optional<Instant> lastSettlesAt) {}
