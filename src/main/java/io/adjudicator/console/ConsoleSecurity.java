package io.adjudicator.console;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Signing in, and the table of {@link ConsolePath} in force, for the console's paths alone; the API's own chain takes every other path.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String SIGN_IN = "/console/sign-in";
    static final String SINGLE_SIGN_ON = "/console/single-sign-on";
    static final String DENIED = "/console/denied";
    static final String SIGN_OUT = "/console/sign-out";

    /** The few style attributes that bpmn-js 8.0.0 writes into its diagram, each allowed by its hash alone. */
    private static final String DIAGRAM_STYLES = String.join(
            " ",
            "'sha256-j2t/iYgmiK/9tDIa+YLs3dUK18D+PDjuKi+KxuYXU/w='",
            "'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='",
            "'sha256-AHtqGIKHiUalONG+xeO90E9yUgWLoWuygINiCuiaBnA='",
            "'sha256-F1/lIJB2HC2RT+RPHwCjlrUMGQft2PdUC4nHeQ7MKsc='");

    /** Scripts and styles of our own files alone; nothing from elsewhere, nothing inside a page, and no page of ours in somebody's frame. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-hashes' " + DIAGRAM_STYLES,
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Duration STRICT_TRANSPORT = Duration.ofDays(365);

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain console(
            HttpSecurity http,
            Accounts accounts,
            SignInLimit limit,
            ObjectProvider<ClientRegistrationRepository> singleSignOn) {
        http.securityMatcher("/", "/console", "/console/**")
                .authenticationManager(new ProviderManager(new AccountProvider(accounts, limit)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .requestCache(cache -> cache.requestCache(pagesAlone()))
                .headers(ConsoleSecurity::headers)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .usernameParameter("name")
                        .defaultSuccessUrl("/console")
                        .failureHandler(refused()))
                .logout(out -> out.logoutUrl(SIGN_OUT)
                        .logoutSuccessUrl(SIGN_IN + "?left")
                        .deleteCookies("adjudicator_session"))
                .exceptionHandling(handling ->
                        handling.accessDeniedPage(DENIED).authenticationEntryPoint(ConsoleSecurity::toSignIn))
                .addFilterBefore(new ActorFilter(accounts), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(ConsoleSecurity::allow);
        singleSignOn.ifAvailable(providers -> singleSignOn(http, providers));
        return http.build();
    }

    private static void singleSignOn(HttpSecurity http, ClientRegistrationRepository providers) {
        http.oauth2Login(login -> login.clientRegistrationRepository(providers)
                .loginPage(SIGN_IN)
                .authorizationEndpoint(endpoint -> endpoint.baseUri(SINGLE_SIGN_ON))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(SINGLE_SIGN_ON + "/code/*"))
                .defaultSuccessUrl("/console")
                .failureUrl(SIGN_IN + "?provider"));
    }

    /** In a cookie and in the form: whoever only opens the sign-in page costs no row in the database. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/console").sameSite("Lax").httpOnly(true));
        return tokens;
    }

    /** After signing in people come to the page that they had asked for; what a script asked for is no page. */
    private static HttpSessionRequestCache pagesAlone() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals(HttpMethod.GET.name())
                && request.getHeader("HX-Request") == null
                && PathPatternRequestMatcher.pathPattern("/console/**").matches(request));
        return cache;
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, failure) ->
                response.sendRedirect(SIGN_IN + (failure instanceof LockedException ? "?wait" : "?refused"));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(strict -> strict.maxAgeInSeconds(STRICT_TRANSPORT.toSeconds()));
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // The container's own ways to the error page; a request that begins them was decided on before.
        requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.INCLUDE, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll();
        for (ConsolePath path : ConsolePath.all()) {
            allow(requests, path.method(), path);
            if (path.method().equals(HttpMethod.GET)) {
                allow(requests, HttpMethod.HEAD, path); // runs the same handler
            }
        }
        // What is not in the table does not exist, which only somebody who is signed in is told.
        requests.anyRequest().authenticated();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            HttpMethod method,
            ConsolePath path) {
        var matching = requests.requestMatchers(method, path.path());
        if (path.open()) {
            matching.permitAll();
        } else {
            matching.hasAnyAuthority(path.roles().stream().map(Role::name).toArray(String[]::new));
        }
    }

    /** A script that wanted a part of a page is told to leave the page, instead of putting the sign-in form into it. */
    private static void toSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException needed)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(SIGN_IN);
        }
    }
}
