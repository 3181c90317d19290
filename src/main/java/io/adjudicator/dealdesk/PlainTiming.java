package io.adjudicator.dealdesk;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.SessionTerms;
import io.adjudicator.contract.WindowTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The five timing rules in words: start, end, wait, reopening, continuation; and what late evidence does. */
final class PlainTiming {

    private PlainTiming() {}

    static List<String> of(OutcomeTerms terms) {
        List<String> rules = new ArrayList<>();
        rules.add(
                "Start: a session starts with its first interaction; that instant decides which contract version applies.");
        rules.add("End: " + end(terms.session()));
        rules.addAll(perChannel("Wait", terms.window(), PlainWindow::wait));
        rules.addAll(perChannel("Reopened", terms.window(), PlainWindow::reopened));
        rules.add("Continued: " + continued(terms.session()));
        rules.addAll(perChannel("Late", terms.window(), PlainWindow::late));
        return rules;
    }

    /** The common rule, and a line of its own for each channel on which it is another. */
    private static List<String> perChannel(String heading, WindowTerms window, Function<WindowTerms, String> rule) {
        String common = rule.apply(window);
        List<String> lines = new ArrayList<>(List.of(heading + ": " + common));
        PlainWindow.channels(window)
                .forEach((channel, own) -> Optional.of(rule.apply(own))
                        .filter(words -> !words.equals(common))
                        .ifPresent(words -> lines.add(heading + " on " + channel + ": " + words)));
        return lines;
    }

    private static String end(SessionTerms session) {
        return session.endsAfter()
                .map(quiet -> "a session ends after " + words(quiet) + " of quiet.")
                .orElse("a session does not end by itself.");
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
        if (session.identity() == SessionTerms.Identity.PER_CHANNEL) {
            parts.add("claims of different channels are always different outcomes");
        }
        return String.join("; ", parts) + ".";
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
