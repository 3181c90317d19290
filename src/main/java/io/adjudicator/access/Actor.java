package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import java.util.Optional;

/**
 * Somebody who does something that is recorded.
 *
 * @param id {@code key:…} or {@code user:…}: what records name and what four eyes compare
 * @param name for people to read
 * @param customer the one customer that somebody of the role customer belongs to
 */
public record Actor(String id, String name, Role role, Optional<CustomerId> customer) {

    public Actor {
        if ((role == Role.CUSTOMER) != customer.isPresent()) {
            throw new IllegalStateException("expected a customer exactly for the role customer, but got " + role
                    + " with " + customer.map(CustomerId::value).orElse("none"));
        }
    }

    /** Whoever belongs to one customer sees nothing of another. */
    public boolean maySee(CustomerId other) {
        return customer.map(other::equals).orElse(true);
    }
}
