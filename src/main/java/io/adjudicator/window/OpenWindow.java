package io.adjudicator.window;

import java.time.Instant;

/** One claim's window as it stands now; {@code claimKey} is the claim's row. */
public record OpenWindow(long claimKey, long sessionKey, CohortId cohort, Instant settlesAt, Instant closesAt) {}
