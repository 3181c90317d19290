package io.adjudicator.api;

import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Puts the table of {@link Endpoint} into force. Stateless: no session and no cookie, so there is nothing to forge. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain api(HttpSecurity http, Keys keys, ProblemWriter problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(keys, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(SecurityConfiguration::allow)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, e) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"adjudicator\"");
                            problems.write(request, response, HttpProblems.unauthenticated());
                        })
                        .accessDeniedHandler(
                                (request, response, e) -> problems.write(request, response, HttpProblems.forbidden())))
                .build();
    }

    /** Spring Boot would otherwise make up a user with a password and print it. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("expected a key, but got a user");
        };
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // The container's own ways to the error page; a request that begins them was decided on before.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.INCLUDE, DispatcherType.ASYNC)
                .permitAll();
        for (Endpoint endpoint : Endpoint.all()) {
            allow(requests, endpoint.method(), endpoint);
            if (endpoint.method().equals(HttpMethod.GET)) {
                allow(requests, HttpMethod.HEAD, endpoint); // runs the same handler
            }
        }
        requests.anyRequest().authenticated();
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            HttpMethod method,
            Endpoint endpoint) {
        var matching = requests.requestMatchers(method, endpoint.path());
        if (endpoint.open()) {
            matching.permitAll();
        } else {
            matching.hasAnyAuthority(endpoint.roles().stream().map(Role::name).toArray(String[]::new));
        }
    }
}
