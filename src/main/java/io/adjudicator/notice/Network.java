package io.adjudicator.notice;

import java.net.InetAddress;
import java.util.regex.Pattern;

/** A range of addresses, as {@code 10.0.0.0/8} writes it (RFC 4632, RFC 4291). */
record Network(InetAddress first, int prefix) {

    /** Addresses alone, so that no name is ever looked up here. */
    private static final Pattern SHAPE = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d{1,3})");

    static Network of(String text) {
        var matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw notOne(text);
        }
        InetAddress address = address(matcher.group(1), text);
        int prefix = Integer.parseInt(matcher.group(2));
        if (prefix > address.getAddress().length * Byte.SIZE) {
            throw notOne(text);
        }
        return new Network(address, prefix);
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        return ours.length == theirs.length && sameBits(ours, theirs);
    }

    private boolean sameBits(byte[] ours, byte[] theirs) {
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress address(String literal, String text) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw notOne(text);
        }
    }

    private static IllegalArgumentException notOne(String text) {
        return new IllegalArgumentException(
                "expected a network such as 10.0.0.0/8 or fd00::/8, but got \"" + text + "\"");
    }
}
