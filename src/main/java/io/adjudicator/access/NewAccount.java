package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import java.util.Optional;

/** An account that is asked for. */
public record NewAccount(String name, String displayName, Role role, Optional<CustomerId> customer) {}
