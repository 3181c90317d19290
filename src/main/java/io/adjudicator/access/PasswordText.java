package io.adjudicator.access;

import io.adjudicator.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are chosen and hashed. */
final class PasswordText {

    /** Long enough that guessing through the sign-in page is hopeless (NIST SP 800-63B asks for 8 at least). */
    static final int SHORTEST = 12;

    /** In bytes of UTF-8: bcrypt reads no more, and what it would not read must not look as if it counted. */
    static final int LONGEST = 72;

    /** Two to this power rounds: about a quarter of a second on one core of 2026. */
    private static final int STRENGTH = 12;

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** 16 characters of 31: 79 bits. */
    private static final int GROUPS = 4;

    private static final int GROUP = 4;

    private PasswordText() {}

    /** The algorithm's name stands in front of each hash, so that another can follow without a new password for everybody. */
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    }

    static void refuseUnfit(String password, String name) {
        if (password.length() < SHORTEST
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST
                || password.contains(name)) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "bad_password",
                    "/password",
                    "expected a password of at least " + SHORTEST + " characters and at most " + LONGEST
                            + " bytes that does not contain the account's name");
        }
    }

    static String random(SecureRandom random) {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP, 0, ALPHABET.length())
                        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
