package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key without its secret.
 *
 * @param id public; names the key in logs and when it is revoked
 * @param customer the one customer that a key of the role customer is bound to
 */
public record ApiKey(
        String id,
        Role role,
        Optional<CustomerId> customer,
        String name,
        Instant createdAt,
        Optional<Instant> revokedAt) {

    public ApiKey {
        if ((role == Role.CUSTOMER) != customer.isPresent()) {
            throw new IllegalStateException("expected a customer exactly for the role customer, but got " + role
                    + " with " + customer.map(CustomerId::value).orElse("none"));
        }
    }

    /** Whoever comes with this key, as records name them. */
    public Actor actor() {
        return new Actor("key:" + id, name, role, customer);
    }
}
