package io.adjudicator.dealdesk;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.WindowTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The five timing rules in words: start, end, wait, reopening, continuation; and what late evidence does. */
final class PlainTiming {

    private PlainTiming() {}

    static List<String> of(OutcomeTerms terms) {
        return List.of(
                "Start: a session starts with its first interaction; that instant decides which contract version applies.",
                "End: " + end(terms.session()),
                "Wait: " + wait(terms.window()),
                "Reopened: " + reopened(terms.window().reopen()),
                "Continued: " + continued(terms.session()),
                "Late: " + late(terms.window().late()));
    }

    static String within(OutcomeTerms terms) {
        WindowTerms window = terms.window();
        return window.length().isZero()
                ? "at the time of the claim"
                : "within " + words(window.length()) + " of " + anchor(window.anchor());
    }

    private static String end(SessionTerms session) {
        return session.endsAfter()
                .map(quiet -> "a session ends after " + words(quiet) + " of quiet.")
                .orElse("a session does not end by itself.");
    }

    private static String wait(WindowTerms window) {
        if (window.length().isZero()) {
            return "an outcome is decided at once; " + silence(window.silence());
        }
        String restart =
                window.onActivity() == WindowTerms.OnActivity.RESTART ? ", and starts again with every activity" : "";
        return "an outcome is decided " + words(window.length()) + " after " + anchor(window.anchor()) + restart + "; "
                + silence(window.silence());
    }

    private static String silence(WindowTerms.Silence silence) {
        return switch (silence) {
            case BILLS -> "if nobody objects until then, it counts as resolved.";
            case FREE -> "without a confirmation until then, it is free.";
            case NEEDS_VERIFICATION -> "without a confirmation until then, it is unproven and not charged.";
        };
    }

    private static String reopened(WindowTerms.Reopen reopen) {
        return switch (reopen) {
            case DEDUCT_SAME_PERIOD ->
                "inside the window it is not charged; after that the charge is taken back within the same billing month.";
            case DEDUCT_ACROSS_PERIODS ->
                "inside the window it is not charged; after that the charge is credited, in whichever month that is.";
            case LOCKED -> "inside the window it is not charged; after the window nothing changes.";
            case NO_REVERSAL -> "it stays charged.";
        };
    }

    private static String continued(SessionTerms session) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (session.bill()) {
                    case ONCE_PER_SESSION -> "at most one outcome of a session is charged";
                    case EVERY_CLAIM -> "every claim of a session is an outcome of its own";
                });
        parts.add(
                switch (session.reopenedIs()) {
                    case CONTINUATION -> "what follows a reopening belongs to the earlier outcome";
                    case NEW_OUTCOME -> "what follows a reopening is a new outcome";
                });
        return String.join("; ", parts) + ".";
    }

    private static String late(WindowTerms.Late late) {
        return switch (late) {
            case IGNORE -> "what becomes known only after the decision is kept, and changes nothing.";
            case RESTATE_PERIOD -> "what becomes known only after the decision corrects the month of the claim.";
            case CREDIT_NEXT_PERIOD ->
                "what becomes known only after the decision is corrected in the month in which it became known.";
        };
    }

    private static String anchor(WindowTerms.Anchor anchor) {
        return switch (anchor) {
            case SESSION_START -> "the start of the session";
            case CLAIM -> "the claim";
            case LAST_ACTIVITY -> "the last activity";
        };
    }

    /** {@code 72 hours}, {@code 10 days}, {@code 90 minutes}: the largest unit that divides it, days only from four on. */
    static String words(Duration duration) {
        if (duration.toDays() >= 4 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + " days";
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) {
            return count(duration.toHours(), "hour");
        }
        if (duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            return count(duration.toMinutes(), "minute");
        }
        return count(duration.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
