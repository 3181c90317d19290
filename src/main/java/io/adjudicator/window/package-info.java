/**
 * Measurement windows: when each closes, which cohort settles it, and which cohorts still need a process.
 *
 * <p>Owns the pure rules of windows and sessions ({@link io.adjudicator.window.WindowRule}, {@link
 * io.adjudicator.window.SessionRule}), the open windows and the cohorts. Does not own claims (intake), verdicts (adjudication) or
 * the waiting itself (workflow).
 *
 * <p>What moves a window is a {@link io.adjudicator.window.Course}: instants, not records. An anchor that may never come is waited for
 * until a longest wait after the claim, and the window is open all that time.
 *
 * <p>Invariants: a claim's {@code closesAt} alone decides which evidence counts, never a timer; a cohort settles no earlier than any
 * window in it closes; losing a process delays a cohort and loses nothing. Times: {@code closesAt} is exact and exclusive,
 * {@code settlesAt} is the end of the slot that holds it.
 */
@NullMarked
package io.adjudicator.window;

import org.jspecify.annotations.NullMarked;
