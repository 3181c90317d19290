package io.adjudicator.intake;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What claims and evidence have in common: who says so, for which customer, and where to look it up. */
final class RecordIdentity {

    /** Characters of a name or an id. PostgreSQL's index rows (2,700 bytes) bound source + id + session. */
    static final int LONGEST = 200;

    private static final int LONGEST_LINK = 2_000;

    private RecordIdentity() {}

    static SourceId read(RecordMembers members) {
        return new SourceId(members.text("source", LONGEST), members.text("id", LONGEST));
    }

    static String customer(RecordMembers members) {
        return members.word(
                "customer",
                LONGEST,
                name -> CustomerId.SHAPE.matcher(name).matches(),
                "bad_customer",
                "a customer of lower-case letters, digits and hyphens (1 to 63)");
    }

    /** Reports show it as a link, so nothing but the web's own schemes may pass: a javascript: link would be run. */
    static Optional<String> sourceLink(RecordMembers members) {
        return members.node().has("sourceLink")
                ? Optional.of(members.word(
                        "sourceLink",
                        LONGEST_LINK,
                        RecordIdentity::isWebAddress,
                        "bad_link",
                        "an absolute http or https address"))
                : Optional.empty();
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
