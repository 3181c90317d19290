package io.adjudicator.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest as lower-case hex with its algorithm in front: {@code sha256:ab12…}. */
public record Digest(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("sha256:[0-9a-f]{64}");

    @JsonCreator
    public Digest {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("expected sha256: and 64 hex digits, but got \"" + value + "\"");
        }
    }

    public static Digest of(byte[] content) {
        return new Digest("sha256:" + HexFormat.of().formatHex(sha256().digest(content)));
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
