package io.adjudicator.casework;

import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A case to be opened.
 *
 * @param subject what it is about, in words or as an outcome id, for people who look at a queue
 * @param parent the case whose process calls this one's; a case without starts a process of its own
 */
public record NewCase(
        CaseId id, CaseKind kind, CustomerId customer, String subject, Instant openedAt, Optional<CaseId> parent) {}
