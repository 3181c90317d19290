package io.adjudicator.console;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the name that the session remembers into the account as it stands now, for this request alone. A session so never carries a role:
 * who was disabled meanwhile is out at once, and a provider that vouches for a name that has no account lets nobody in.
 */
final class ActorFilter extends OncePerRequestFilter {

    /** However busy somebody is, after a working day they sign in again. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Accounts accounts;

    ActorFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication remembered = SecurityContextHolder.getContext().getAuthentication();
        if (remembered != null && !(remembered instanceof SignedIn)) {
            enter(tooOld(request) ? Optional.empty() : actor(remembered), request);
        }
        chain.doFilter(request, response);
    }

    private Optional<Actor> actor(Authentication remembered) {
        return remembered instanceof UsernamePasswordAuthenticationToken
                ? accounts.actor(remembered.getName())
                : accounts.vouchedFor(remembered.getName());
    }

    /** By the session's own two instants, so that a clock that is moved for a demonstration signs nobody out. */
    private static boolean tooOld(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis();
    }

    private static void enter(Optional<Actor> actor, HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        actor.ifPresentOrElse(
                present -> {
                    context.setAuthentication(new SignedIn(present));
                    MDC.put("user", present.id());
                },
                () -> endSession(request));
        SecurityContextHolder.setContext(context);
    }

    private static void endSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
