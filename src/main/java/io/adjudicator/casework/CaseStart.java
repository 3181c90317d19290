package io.adjudicator.casework;

/** A case that needs a process of its own. */
public record CaseStart(CaseId id, CaseKind kind) {}
