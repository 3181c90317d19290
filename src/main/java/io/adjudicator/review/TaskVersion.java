package io.adjudicator.review;

import io.adjudicator.casework.TaskId;

/** A task as somebody saw it: whoever changed it meanwhile is not overruled. */
public record TaskVersion(TaskId id, int version) {}
