package io.adjudicator.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The providers of single sign-on that are configured. Each is asked for its addresses when somebody first wants to go there, and not at
 * start: one that is away must keep nobody from adjudicating, nor from signing in by another way.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
final class Providers implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final OAuth2ClientProperties configured;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    Providers(OAuth2ClientProperties configured) {
        this.configured = configured;
    }

    /** One of them, as the sign-in page offers it. */
    record Offered(String name, String href) {}

    List<Offered> offered() {
        return configured.getRegistration().entrySet().stream()
                .map(one -> new Offered(
                        Optional.ofNullable(one.getValue().getClientName()).orElse(one.getKey()),
                        ConsoleSecurity.SINGLE_SIGN_ON + "/" + one.getKey()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!configured.getRegistration().containsKey(id)) {
            return null;
        }
        ClientRegistration before = known.get(id);
        return before == null ? known.computeIfAbsent(id, this::ask) : before;
    }

    private ClientRegistration ask(String id) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getRegistration().put(id, configured.getRegistration().get(id));
        one.getProvider().putAll(configured.getProvider());
        try {
            return Objects.requireNonNull(
                    new OAuth2ClientPropertiesMapper(one)
                            .asClientRegistrations()
                            .get(id),
                    "what was put in just now");
        } catch (IllegalArgumentException | IllegalStateException away) {
            LOG.atWarn()
                    .addKeyValue("provider", id)
                    .setCause(away)
                    .log("A provider of single sign-on cannot be reached");
            throw new AuthenticationServiceException("expected the provider " + id + " to name its addresses", away);
        }
    }
}
