package io.adjudicator.console;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.Actor;
import io.adjudicator.access.SignInLimit;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in by name and password. What the session keeps of it is the account's name and nothing else. */
final class AccountProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInLimit limit;

    AccountProvider(Accounts accounts, SignInLimit limit) {
        this.accounts = accounts;
        this.limit = limit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        SignInLimit.Attempt counted =
                limit.begin(name, address).orElseThrow(() -> new LockedException("expected fewer failed attempts"));
        Actor actor = accounts.signIn(name, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("expected the name and password of an account"));
        limit.succeeded(counted);
        return UsernamePasswordAuthenticationToken.authenticated(actor.id().substring("user:".length()), "", List.of());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
