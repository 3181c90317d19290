package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected signatures were computed by OpenSSL 3: {@code printf '%s' "$id.$seconds.$body" | openssl dgst -sha256 -mac HMAC -macopt
 * hexkey:… -binary | base64}. The first is also the example that the libraries of the specification are tested with.
 */
class SignatureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw             | msg_p5jXN8AQM9LWM0D4loKWxJek   | 1614265330 | {"test": 2432232314}                | v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
            AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= | msg_ab2c3d4e5f6g7h2i3j4k5l6m7n | 1783000000 | {"type":"decision.issued"} | v1,kxVfyZ/XA054dFW1OXxiKcMwnPb5Ae3G62yllrT5ziM=
            AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw== | msg_ab2c3d4e5f6g7h2i3j4k5l6m7n | 1783000001 | {"grüße":"日本語"} | v1,ibPebnFZzlPdZQkR4PVo3y2CDHENK7ca3OjmMJr9PT0=
            """)
    void signsIdTimestampAndBody(String key, String id, long seconds, String body, String expected) {
        SigningSecret secret = new SigningSecret(Base64.getDecoder().decode(key));
        assertThat(secret.signature(id, Instant.ofEpochSecond(seconds, 999_999_000), body))
                .isEqualTo(expected);
        assertThat(secret.full()).isEqualTo("whsec_" + key);
    }

    @Test
    void signsWithEverySecretNewestFirst() {
        SigningSecret last = SigningSecret.random(new SecureRandom());
        SigningSecret next = SigningSecret.random(new SecureRandom());
        Instant at = Instant.ofEpochSecond(1_783_000_000);
        assertThat(SigningSecret.signatures(List.of(next, last), "msg_a", at, "{}"))
                .isEqualTo(next.signature("msg_a", at, "{}") + " " + last.signature("msg_a", at, "{}"));
    }

    @Test
    void makesSecretsOfTheLengthThatTheSpecificationAsksFor() {
        SigningSecret one = SigningSecret.random(new SecureRandom());
        assertThat(Base64.getDecoder().decode(one.full().substring("whsec_".length())))
                .hasSizeBetween(24, 64);
        assertThat(one.full())
                .isNotEqualTo(SigningSecret.random(new SecureRandom()).full());
        assertThat(one).hasToString("SigningSecret");
    }
}
