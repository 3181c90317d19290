package io.adjudicator.contract;

import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.SessionTerms.Identity;
import io.adjudicator.contract.SessionTerms.ReopenedIs;
import io.adjudicator.contract.WindowTerms.Anchor;
import io.adjudicator.contract.WindowTerms.IfNeverAccepted;
import io.adjudicator.contract.WindowTerms.Late;
import io.adjudicator.contract.WindowTerms.OnActivity;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.contract.WindowTerms.Silence;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads session and window of a checked outcome. */
final class Timing {

    static final String BY_CHANNEL = "by_channel";
    static final String LONGEST_WAIT = "longest_wait";
    static final String IF_NEVER_ACCEPTED = "if_never_accepted";

    private Timing() {}

    static SessionTerms session(Tree session) {
        return new SessionTerms(
                session.text("ends_after").map(Duration::parse),
                Terms.choice(session, "bill", Bill.class),
                Terms.choice(session, "reopened_is", ReopenedIs.class),
                session.has("identity") ? Terms.choice(session, "identity", Identity.class) : Identity.ACROSS_CHANNELS);
    }

    static WindowTerms window(Tree window) {
        Map<String, WindowTerms> byChannel = new HashMap<>();
        channels(window).forEach((channel, merged) -> byChannel.put(channel, window(merged)));
        return new WindowTerms(
                Duration.parse(MoneyTerms.text(window, "length")),
                Terms.choice(window, "anchor", Anchor.class),
                Terms.choice(window, "on_activity", OnActivity.class),
                Terms.choice(window, "silence", Silence.class),
                Terms.choice(window, "reopen", Reopen.class),
                Terms.choice(window, "late", Late.class),
                Duration.parse(MoneyTerms.text(window, "settle_every")),
                window.text(LONGEST_WAIT).map(Duration::parse),
                window.has(IF_NEVER_ACCEPTED)
                        ? Optional.of(Terms.choice(window, IF_NEVER_ACCEPTED, IfNeverAccepted.class))
                        : Optional.empty(),
                byChannel);
    }

    /** The window of each channel that has keys of its own: these over the common ones. */
    static Map<String, Tree> channels(Tree window) {
        Map<String, Tree> channels = new LinkedHashMap<>();
        window.child(BY_CHANNEL)
                .children()
                .forEach((channel, own) -> channels.put(channel, new Tree(own.pointer(), merged(window, own))));
        return channels;
    }

    /** What belongs to an anchor goes with it: a channel with an anchor of its own does not inherit the common one's wait. */
    private static Map<String, Object> merged(Tree window, Tree own) {
        Map<String, Object> merged = new LinkedHashMap<>(window.members());
        merged.remove(BY_CHANNEL);
        if (own.has("anchor")) {
            if (!mayNeverCome(own)) {
                merged.remove(LONGEST_WAIT);
            }
            if (!isAcceptance(own)) {
                merged.remove(IF_NEVER_ACCEPTED);
            }
        }
        merged.putAll(own.members());
        return merged;
    }

    static boolean mayNeverCome(Tree window) {
        return isAcceptance(window) || window.text("anchor").equals(Optional.of("session_end"));
    }

    static boolean isAcceptance(Tree window) {
        return window.text("anchor").equals(Optional.of("acceptance"));
    }
}
