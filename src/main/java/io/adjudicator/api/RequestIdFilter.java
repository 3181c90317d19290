package io.adjudicator.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names every request, in all its log lines and in its answer: the caller's own {@code X-Request-Id} if it is harmless, or
 * else one of ours. It is also the incident number of our own bugs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final String LOGGED_AS = "requestId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        response.setHeader(HEADER, id);
        MDC.put(LOGGED_AS, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.clear();
        }
    }

    static String current() {
        String id = MDC.get(LOGGED_AS);
        return id == null ? "none" : id;
    }

    private static String idOf(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && HARMLESS.matcher(given).matches() ? given : newId();
    }

    static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
