package io.adjudicator.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key, {@code adj_<id>_<secret>}: a fixed beginning that secret scanners find, 48 bits to look it up by, and
 * 256 random bits. With that much entropy there is nothing to guess, so one SHA-256 protects a stolen table as well as a
 * slow password hash would, and costs a microsecond a request.
 */
record KeyText(String id, String secret) {

    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("adj_([0-9a-f]{12})_([0-9a-f]{64})");

    static KeyText random(SecureRandom random) {
        return new KeyText(hex(random, ID_BYTES), hex(random, SECRET_BYTES));
    }

    static Optional<KeyText> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? Optional.of(new KeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected every JDK to know SHA-256, but this one does not", e);
        }
    }

    String full() {
        return "adj_" + id + "_" + secret;
    }

    /** Without the secret, because somebody will log it. */
    @Override
    public String toString() {
        return "KeyText[" + id + "]";
    }

    private static String hex(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
