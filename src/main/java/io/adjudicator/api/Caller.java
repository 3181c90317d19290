package io.adjudicator.api;

import io.adjudicator.access.ApiKey;
import io.adjudicator.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whoever sent this request, known by the key. */
final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient ApiKey key;

    Caller(ApiKey key) {
        super(List.of(new SimpleGrantedAuthority(key.role().name())));
        this.key = key;
        setAuthenticated(true);
    }

    /** The only customer this caller may see; empty: all of them. */
    Optional<CustomerId> boundTo() {
        return key.customer();
    }

    boolean maySee(CustomerId customer) {
        return key.actor().maySee(customer);
    }

    /** The customer to ask for: the caller's own for one that is bound. Asking for another's is forbidden. */
    Optional<CustomerId> only(Optional<CustomerId> asked) {
        if (asked.isPresent() && !maySee(asked.get())) {
            throw new AccessDeniedException("expected a caller's own customer");
        }
        return asked.or(this::boundTo);
    }

    @Override
    public ApiKey getPrincipal() {
        return key;
    }

    /** The secret is not kept beyond the check. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return key.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
