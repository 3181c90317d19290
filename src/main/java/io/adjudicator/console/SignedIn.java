package io.adjudicator.console;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whoever sent this request, as the account stands now: made anew for each request and never kept in the session. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    SignedIn(Actor actor) {
        super(List.of(new SimpleGrantedAuthority(actor.role().name())));
        this.actor = actor;
        setAuthenticated(true);
    }

    Actor actor() {
        return actor;
    }

    Role role() {
        return actor.role();
    }

    boolean is(Role role) {
        return actor.role() == role;
    }

    /** The only customer that may be seen; empty: all of them. */
    Optional<CustomerId> boundTo() {
        return actor.customer();
    }

    boolean maySee(CustomerId customer) {
        return actor.maySee(customer);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** As records name somebody, not as people do. */
    @Override
    public String getName() {
        return actor.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && actor.equals(that.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
