package io.adjudicator.adjudication;

import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Which claims to list; all that is given must hold. {@code from} is inclusive, {@code to} exclusive, both of occurredAt. */
public record ClaimFilter(
        Optional<CustomerId> customer,
        Optional<ClaimState> state,
        Optional<String> reason,
        Optional<Instant> from,
        Optional<Instant> to) {}
