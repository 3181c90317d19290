package io.adjudicator.window;

import java.time.Instant;
import java.util.Optional;

/** How many windows are open, how many of them are due, and since when the oldest one is. */
public record OpenWindows(long open, long due, Optional<Instant> oldestDueSince) {}
