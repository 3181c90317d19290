package io.adjudicator.dealdesk;

import io.adjudicator.contract.WindowTerms;
import io.adjudicator.contract.WindowTerms.Anchor;
import io.adjudicator.contract.WindowTerms.OnActivity;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A measurement window in words. */
final class PlainWindow {

    private PlainWindow() {}

    /** Channels with terms of their own, in the order of their names. */
    static Map<String, WindowTerms> channels(WindowTerms window) {
        return new TreeMap<>(window.byChannel());
    }

    /** As the definition sentence has it: {@code within 72 hours of the claim}. */
    static String within(WindowTerms window) {
        String common = span(window);
        String others = channels(window).entrySet().stream()
                .filter(channel -> !span(channel.getValue()).equals(common))
                .map(channel -> "on " + channel.getKey() + " " + span(channel.getValue()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? common : common + " (" + others + ")";
    }

    private static String span(WindowTerms window) {
        if (!window.length().isZero()) {
            return "within " + PlainTiming.words(window.length()) + " of " + anchor(window.anchor());
        }
        return window.anchor().mayNeverCome() ? "by " + anchor(window.anchor()) : "at the time of the claim";
    }

    static String wait(WindowTerms window) {
        return "an outcome is decided " + decided(window) + "; " + neverCame(window) + silence(window.silence());
    }

    private static String decided(WindowTerms window) {
        boolean atOnce = window.length().isZero();
        if (window.anchor().mayNeverCome()) {
            String when = atOnce ? "at " : PlainTiming.words(window.length()) + " after ";
            return when + anchor(window.anchor()) + (atOnce ? "" : restart(window));
        }
        return atOnce
                ? "at once"
                : PlainTiming.words(window.length()) + " after " + anchor(window.anchor()) + restart(window);
    }

    private static String restart(WindowTerms window) {
        boolean withAnswers = window.anchor() == Anchor.LAST_ANSWER;
        boolean withActivities = window.onActivity() == OnActivity.RESTART;
        if (!withAnswers && !withActivities) {
            return "";
        }
        return ", and starts again with every "
                + (withAnswers && withActivities ? "answer and every activity" : withAnswers ? "answer" : "activity");
    }

    /** What happens when the anchor does not come; empty where it is sure to. */
    private static String neverCame(WindowTerms window) {
        String waited = window.longestWait().map(PlainTiming::words).orElse("");
        return switch (window.anchor()) {
            case SESSION_START, CLAIM, LAST_ACTIVITY, LAST_ANSWER -> "";
            case SESSION_END -> "if the session is not closed within " + waited + " of the claim, it is decided then; ";
            case ACCEPTANCE ->
                "if the system of record has not accepted it within " + waited + " of the claim, "
                        + neverAccepted(window.ifNeverAccepted().orElseThrow()) + "; ";
        };
    }

    private static String neverAccepted(WindowTerms.IfNeverAccepted then) {
        return switch (then) {
            case BILLS -> "it counts as accepted";
            case FREE -> "it is free";
            case NEEDS_REVIEW -> "a person decides";
        };
    }

    private static String silence(WindowTerms.Silence silence) {
        return switch (silence) {
            case BILLS -> "if nobody objects until then, it counts as resolved.";
            case FREE -> "without a confirmation until then, it is free.";
            case NEEDS_VERIFICATION -> "without a confirmation until then, it is unproven and not charged.";
        };
    }

    static String reopened(WindowTerms window) {
        return switch (window.reopen()) {
            case DEDUCT_SAME_PERIOD ->
                "inside the window it is not charged; after that the charge is taken back within the same billing month.";
            case DEDUCT_ACROSS_PERIODS ->
                "inside the window it is not charged; after that the charge is credited, in whichever month that is.";
            case LOCKED -> "inside the window it is not charged; after the window nothing changes.";
            case NO_REVERSAL -> "it stays charged.";
        };
    }

    static String late(WindowTerms window) {
        return switch (window.late()) {
            case IGNORE -> "what becomes known only after the decision is kept, and changes nothing.";
            case RESTATE_PERIOD -> "what becomes known only after the decision corrects the month of the claim.";
            case CREDIT_NEXT_PERIOD ->
                "what becomes known only after the decision is corrected in the month in which it became known.";
            case ONLY_BY_DISPUTE ->
                "what becomes known only after the decision is kept, and changes nothing unless a dispute brings it.";
        };
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case SESSION_START -> "the start of the session";
            case CLAIM -> "the claim";
            case LAST_ACTIVITY -> "the last activity";
            case LAST_ANSWER -> "the last answer";
            case SESSION_END -> "the end of the session";
            case ACCEPTANCE -> "the acceptance by the system of record";
        };
    }
}
