package io.adjudicator.adjudication;

/** Windows may have joined cohorts that need a process: whoever publishes cohorts should look now, not at its next round. */
public record CohortsJoined() {}
