package io.adjudicator.dispute;

import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;

/** One row of a list of disputes. */
public record DisputeSummary(
        CaseId id,
        CustomerId customer,
        String selectedBy,
        String reason,
        DisputeState state,
        int outcomes,
        Instant raisedAt,
        Instant dueAt) {}
