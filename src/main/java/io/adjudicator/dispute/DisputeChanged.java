package io.adjudicator.dispute;

import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;

/** Published inside the transaction that moves a dispute on. */
public record DisputeChanged(CaseId id, CustomerId customer, DisputeState state, Instant at) {}
