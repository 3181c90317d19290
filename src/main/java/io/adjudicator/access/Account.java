package io.adjudicator.access;

import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in to the console, without the password.
 *
 * @param name what is typed at sign-in, and what records name; never given to anybody else
 * @param displayName for people to read
 * @param customer the one customer that an account of the role customer belongs to
 * @param singleSignOn whether it has no password of its own: only a configured OpenID provider can vouch for it
 */
public record Account(
        String name,
        String displayName,
        Role role,
        Optional<CustomerId> customer,
        boolean singleSignOn,
        Instant createdAt,
        Optional<Instant> disabledAt) {

    /** Whoever signs in with it, as records name them. */
    public Actor actor() {
        return new Actor("user:" + name, displayName, role, customer);
    }
}
