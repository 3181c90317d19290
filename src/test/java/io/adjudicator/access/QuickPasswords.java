package io.adjudicator.access;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The same hashes with as few rounds as there can be: a real one takes half a second and more where tests run. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    private static final int WEAKEST = 4;

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(WEAKEST)));
    }

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return encoder();
    }
}
