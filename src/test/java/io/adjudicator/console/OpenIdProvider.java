package io.adjudicator.console;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A real OpenID provider on this machine: it asks for name and password, and tells the console an e-mail address. */
@TestConfiguration(proxyBeanMethods = false)
@EnableWebSecurity
class OpenIdProvider {

    static final String PASSWORD = "of the house";

    /** Has given an address that nobody has confirmed. */
    static final String UNCONFIRMED = "uma@vendor.example";

    /** Has no address. */
    static final String NAMELESS = "norbert";

    /** Any port will do: RFC 8252, section 7.3, which the provider keeps. */
    private static final String BACK = "http://127.0.0.1/console/single-sign-on/code/house";

    private static final int KEY_BITS = 2048;

    static AnnotationConfigServletWebServerApplicationContext start() {
        AnnotationConfigServletWebServerApplicationContext provider =
                new AnnotationConfigServletWebServerApplicationContext();
        provider.register(OpenIdProvider.class);
        provider.refresh();
        return provider;
    }

    @Bean
    TomcatServletWebServerFactory server() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setRegisterDefaultServlet(true); // without any servlet there are no filters
        return factory;
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(Stream.of(
                        "Rhea@Vendor.Example",
                        "dora@vendor.example",
                        "stranger@vendor.example",
                        "gone@vendor.example",
                        "local@vendor.example",
                        UNCONFIRMED,
                        NAMELESS)
                .map(OpenIdProvider::person)
                .toArray(UserDetails[]::new));
    }

    @Bean
    RegisteredClientRepository clients() {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("console")
                .clientId("adjudicator")
                .clientSecret("{noop}secret")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(BACK)
                .scope("openid")
                .scope("email")
                .build());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> addresses() {
        return token -> {
            String name = token.getPrincipal().getName();
            if (!name.equals(NAMELESS)) {
                token.getClaims().claim("email", name).claim("email_verified", !name.equals(UNCONFIRMED));
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID("one")
                .build()));
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().build();
    }

    private static UserDetails person(String name) {
        return User.withUsername(name)
                .password("{noop}" + PASSWORD)
                .roles("PERSON")
                .build();
    }
}
