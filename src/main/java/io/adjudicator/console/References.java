package io.adjudicator.console;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that go with a form, so that sending the same form twice does one thing. */
final class References {

    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "console-" + HexFormat.of().formatHex(bytes);
    }
}
