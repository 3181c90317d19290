package io.adjudicator.notice;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook's notices are signed with, known to us and its receiver: Standard Webhooks 1.0.0, "Signature scheme", symmetric.
 */
final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String SCHEME = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    /** As long as the hash: the specification asks for 24 to 64 bytes. */
    private static final int BYTES = 32;

    private final byte[] key;

    SigningSecret(byte[] key) {
        this.key = key.clone();
    }

    static SigningSecret random(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    /** All secrets that are valid now sign, so that a receiver may change to a new one when it likes. */
    static String signatures(List<SigningSecret> secrets, String id, Instant at, String body) {
        return secrets.stream().map(secret -> secret.signature(id, at, body)).collect(Collectors.joining(" "));
    }

    String signature(String id, Instant at, String body) {
        String signed = id + '.' + at.getEpochSecond() + '.' + body;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("expected every JDK to know " + ALGORITHM + ", but this one does not", e);
        }
    }

    byte[] key() {
        return key.clone();
    }

    /** As the receiver's library takes it. */
    String full() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** Without the key, because somebody will log it. */
    @Override
    public String toString() {
        return "SigningSecret";
    }
}
