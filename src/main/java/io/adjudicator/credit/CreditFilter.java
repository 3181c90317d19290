package io.adjudicator.credit;

import io.adjudicator.kernel.CustomerId;
import java.util.Optional;

/** Which credits to list; what is absent does not narrow. */
public record CreditFilter(Optional<CustomerId> customer, Optional<CreditKind> kind, Optional<CreditState> state) {}
