package io.adjudicator.console;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.Role;
import io.adjudicator.access.SignInLimit;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Signing in, and the table of {@link ConsolePath} in force, for the console's paths alone; the API's own chain takes every other path.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecurity.class);

    static final String SIGN_IN = "/console/sign-in";
    static final String SINGLE_SIGN_ON = "/console/single-sign-on";
    static final String DENIED = "/console/denied";
    static final String SIGN_OUT = "/console/sign-out";

    /** Of the session, until the sign-in page has said it. */
    static final String VOUCHED_NAME = "vouched-name";

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
            HttpSecurity http, Accounts accounts, SignInLimit limit, ObjectProvider<Providers> singleSignOn) {
        // Nobody else is asked, such as the API's users, of which there are none: that would hash a wrong password once
        // more.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        http.securityMatcher("/", "/console", "/console/**")
                .authenticationProvider(new AccountProvider(accounts, limit))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .requestCache(cache -> cache.requestCache(pagesAlone()))
                .headers(ConsoleSecurity::headers)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .usernameParameter("name")
                        .defaultSuccessUrl("/console")
                        .failureHandler(refused()))
                .logout(out ->
                        out.logoutUrl(SIGN_OUT).logoutSuccessHandler(left()).deleteCookies("adjudicator_session"))
                .exceptionHandling(handling ->
                        handling.accessDeniedPage(DENIED).authenticationEntryPoint(ConsoleSecurity::toSignIn))
                .addFilterBefore(new ActorFilter(accounts), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(ConsoleSecurity::allow);
        singleSignOn.ifAvailable(providers -> singleSignOn(http, providers, new VouchedNames(accounts)));
        return http.build();
    }

    private static void singleSignOn(HttpSecurity http, Providers providers, VouchedNames names) {
        http.oauth2Login(login -> login.clientRegistrationRepository(providers)
                .loginPage(SIGN_IN)
                .authorizationEndpoint(endpoint -> endpoint.baseUri(SINGLE_SIGN_ON))
                .redirectionEndpoint(endpoint -> endpoint.baseUri(SINGLE_SIGN_ON + "/code/*"))
                .userInfoEndpoint(word -> word.oidcUserService(names::openId).userService(names::plain))
                .defaultSuccessUrl("/console")
                .failureHandler(notVouched())
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F door) {
                        door.setAuthenticationFailureHandler(notVouched());
                        return door;
                    }
                }));
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

    /** The name that the provider spoke of is kept for the sign-in page, and not put into an address, where anybody could write one. */
    private static AuthenticationFailureHandler notVouched() {
        return (request, response, failure) -> {
            if (failure instanceof NotVouched refused) {
                request.getSession().setAttribute(VOUCHED_NAME, refused.name());
                response.sendRedirect(SIGN_IN + "?" + refused.why().parameter());
            } else {
                LOG.warn("single sign-on failed: {}", failure.getMessage());
                boolean away = failure instanceof AuthenticationServiceException
                        || failure.getCause() instanceof AuthenticationServiceException;
                response.sendRedirect(SIGN_IN + (away ? "?away" : "?provider"));
            }
        };
    }

    /** Whoever came by a provider is still signed in there, which is the provider's to end. */
    private static LogoutSuccessHandler left() {
        return (request, response, who) ->
                response.sendRedirect(SIGN_IN + (who instanceof OAuth2AuthenticationToken ? "?left-here" : "?left"));
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
