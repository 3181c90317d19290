package io.adjudicator.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/** Where notices may go, by its form alone: https, or plain http to this very machine. */
record WebhookUrl(URI uri) {

    static final int LONGEST = 2_000;

    /** Never looked up anywhere else, so that plain text cannot be lured away. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int LAST_PORT = 65_535;

    /** Empty: it is none. */
    static Optional<WebhookUrl> of(String text) {
        try {
            URI uri = new URI(text);
            return fits(uri) ? Optional.of(new WebhookUrl(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether its name leads where something may be sent, now; asked again before each connection. */
    boolean leadsSomewhere(VettedNames names) {
        try {
            return names.resolve(uri.getHost()).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean fits(URI uri) {
        return uri.getScheme() != null
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getFragment() == null
                && uri.getPort() <= LAST_PORT
                && uri.toString().length() <= LONGEST
                && (uri.getScheme().equalsIgnoreCase("https")
                        || (uri.getScheme().equalsIgnoreCase("http") && THIS_MACHINE.contains(uri.getHost())));
    }
}
