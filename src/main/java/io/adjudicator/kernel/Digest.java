package io.adjudicator.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest as lower-case hex with its algorithm in front: {@code sha256:ab12…}. */
public record Digest(@JsonValue String value) {

    private static final String ALGORITHM = "sha256:";
    private static final int LENGTH = ALGORITHM.length() + 64;

    @JsonCreator
    public Digest {
        if (!hasItsShape(value)) {
            throw new IllegalArgumentException("expected sha256: and 64 hex digits, but got \"" + value + "\"");
        }
    }

    private static boolean hasItsShape(String value) {
        boolean shaped = value.length() == LENGTH && value.startsWith(ALGORITHM);
        for (int i = ALGORITHM.length(); shaped && i < LENGTH; i++) {
            char c = value.charAt(i);
            shaped = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return shaped;
    }

    public static Digest of(byte[] content) {
        return new Digest(ALGORITHM + HexFormat.of().formatHex(sha256().digest(content)));
    }

    public static Digest of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected every JDK to know SHA-256, but this one does not", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
