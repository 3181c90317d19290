package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.Tree;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.OutcomeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the unit looks like consumption in disguise: the guide's first two decisions. What is judged is the result that the
 * customer pays for and the outcome type's name. The action is always something that the product does, so it is judged only
 * where the result says nothing else.
 */
final class UnitLint {

    /** What the product does, as people write it, and the unit that the guide would rather see. */
    private record Activity(Pattern words, String better) {}

    private static final String CONVERSATION = "a verified resolved conversation";
    private static final String RESULT = "the result that the customer buys it for";

    private static final List<Activity> ACTIVITIES = List.of(
            activity(
                    "(contact|lead|prospect)s? (enrolled|contacted|e-?mailed|called|messaged|imported)"
                            + "|(enrolled|contacted|e-?mailed|called|messaged|imported) (contact|lead|prospect)s?",
                    "a qualified lead recommended to sales"),
            activity(
                    "candidates? (contacted|e-?mailed|called|messaged|imported)"
                            + "|(contacted|e-?mailed|called|messaged|imported) candidates?",
                    "a completed screening or scorecard"),
            activity("cancellation flows?( (started|shown|opened))?", "a membership saved or a plan changed"),
            activity(
                    "(policy|compliance|rule) checks?( (executed|run|performed))?|checks? (executed|run|performed)",
                    "a governed decision with audit evidence"),
            activity("repl(y|ies)|responses?|messages?|prompts?", CONVERSATION),
            activity(
                    "(conversation|chat|session|interaction)s?( that was)? (held|started|opened|ended|finished)"
                            + "|(held|started|opened|ended|finished) (conversation|chat|session|interaction)s?",
                    CONVERSATION),
            activity("(api|tool|model|function) (call|request)s?|tokens?|inferences?|quer(y|ies)", RESULT),
            activity(
                    "(workflow|agent|automation|module|pipeline|playbook|job|task) (run|execution)s?"
                            + "|(executed|run) (workflow|automation|module|pipeline|playbook|job|task)s?",
                    RESULT),
            activity(
                    "(e-?mail|text|call)s? (sent|made|placed)|sent (e-?mail|text)s?|clicks?|impressions?|page views?",
                    RESULT));

    /** A word for what the customer recognizes makes a result of whatever stands beside it: a reply that was accepted. */
    private static final Pattern RECOGNIZED = Pattern.compile(
            "\\b(resolv\\w*|resolution|solved|settled|accepted|confirmed|verified|qualified|recommended|saved|retained|kept"
                    + "|recovered|collected|paid|approved|answered|satisf\\w*|booked|renewed|hired|evidence|scorecard)\\b");

    private static final List<String> METERED = List.of("conversation", "workflow-execution");

    private UnitLint() {}

    static Optional<Fault> remark(DraftVersion draft, OutcomeType type) {
        Tree definition = draft.tree().child("outcomes").child(type.value()).child("definition");
        String result = definition.text("result").orElse("");
        return activity(type, definition)
                .map(activity -> draft.fault(
                        "unit_is_consumption",
                        definition.at("result"),
                        "the unit looks like consumption: \"The customer only pays when " + result
                                + " is successfully completed\" speaks of what the product does, not of a result that"
                                + " the customer recognizes; better would be " + better(type, activity)));
    }

    /** Beside another unit that the customer could have chosen, a plain meter is an honest offer. */
    static boolean isOffered(DraftVersion draft) {
        return draft.tree()
                .child("structure")
                .text("kind")
                .filter("dual_choice"::equals)
                .isPresent();
    }

    /** The first kind of activity that the unit speaks of, if it speaks of no result. */
    private static Optional<Activity> activity(OutcomeType type, Tree definition) {
        String result = plain(definition.text("result").orElse(""));
        String action = plain(definition.text("action").orElse(""));
        if (RECOGNIZED.matcher(result).find()) {
            return Optional.empty();
        }
        return in(result)
                .or(() -> in(plain(type.value())))
                .or(() -> action.contains(result) ? in(action) : Optional.empty())
                .or(() -> METERED.contains(type.value())
                        ? Optional.of(new Activity(Pattern.compile(type.value()), RESULT))
                        : Optional.empty());
    }

    private static Optional<Activity> in(String text) {
        return ACTIVITIES.stream()
                .filter(activity -> activity.words().matcher(text).find())
                .findFirst();
    }

    private static String better(OutcomeType type, Activity activity) {
        return switch (type.value()) {
            case "support-resolution", "conversation" -> CONVERSATION;
            case "completed-screening" -> "a completed screening or scorecard";
            case "qualified-lead" -> "a qualified lead recommended to sales";
            case "saved-cancellation" -> "a membership saved or a plan changed";
            case "governed-decision" -> "a governed decision with audit evidence";
            default -> activity.better();
        };
    }

    private static Activity activity(String words, String better) {
        return new Activity(Pattern.compile("\\b(" + words + ")\\b"), better);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', ' ');
    }
}
