package io.adjudicator.casework;

/** A task that is no longer open, and the job of the engine that waits for it. */
public record ClosedTask(TaskId id, long jobKey) {}
