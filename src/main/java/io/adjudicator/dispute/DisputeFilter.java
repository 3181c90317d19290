package io.adjudicator.dispute;

import io.adjudicator.kernel.CustomerId;
import java.util.Optional;

/** Which disputes to list; what is absent does not narrow. */
public record DisputeFilter(Optional<CustomerId> customer, Optional<DisputeState> state, Optional<String> outcomeId) {}
