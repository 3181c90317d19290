package io.adjudicator.intake;

import io.adjudicator.kernel.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A header value of binary mode. HTTP protocol binding, section 3.1.3.2: whatever is not printable ASCII, and space,
 * double quote and percent, comes percent-encoded as UTF-8; quotes around the whole value are taken off first.
 */
final class CloudEventHeader {

    private CloudEventHeader() {}

    static String decode(String name, String value) {
        String unquoted = unquote(value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(unquoted.length());
        for (int i = 0; i < unquoted.length(); i++) {
            char c = unquoted.charAt(i);
            if (c == '%') {
                bytes.write(hex(name, unquoted, i + 1));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                throw bad(name);
            }
        }
        return utf8(name, bytes.toByteArray());
    }

    private static String unquote(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static int hex(String name, String value, int at) {
        if (at + 2 > value.length()) {
            throw bad(name);
        }
        int high = Character.digit(value.charAt(at), 16);
        int low = Character.digit(value.charAt(at + 1), 16);
        if (high < 0 || low < 0) {
            throw bad(name);
        }
        return high * 16 + low;
    }

    private static String utf8(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(name);
        }
    }

    private static Refused bad(String name) {
        return new Refused(
                Refused.Kind.UNPROCESSABLE,
                "bad_event",
                "/" + name,
                "expected percent-encoded UTF-8 in the header ce-" + name
                        + " (CloudEvents HTTP binding, section 3.1.3.2)");
    }
}
