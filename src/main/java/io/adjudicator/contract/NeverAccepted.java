package io.adjudicator.contract;

import io.adjudicator.rules.RowCompiler;
import io.adjudicator.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The row that a window's {@code if_never_accepted: needs_review} stands for: it holds on the channels where that was agreed. */
final class NeverAccepted {

    private static final String ID = "never-accepted";
    private static final String FACT = "never_accepted";

    private static final Optional<String> NEEDS_REVIEW = Optional.of("needs_review");

    private NeverAccepted() {}

    /** Empty where no channel asks for a person. Throws {@code Refused} for names of channels that no condition can hold. */
    static Optional<Rule> rule(Tree outcome, RowCompiler compiler) {
        return when(outcome.child("window"))
                .flatMap(when -> outcome.text("clause").map(clause -> compiler.review(ID, clause, when, FACT)));
    }

    private static Optional<Map<String, String>> when(Tree window) {
        boolean usually = asksForAPerson(window);
        List<String> otherwise = new ArrayList<>();
        Timing.channels(window).forEach((channel, merged) -> {
            if (asksForAPerson(merged) != usually) {
                otherwise.add(channel);
            }
        });
        if (!usually && otherwise.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> when = new LinkedHashMap<>(Map.of(FACT, "true"));
        if (!otherwise.isEmpty()) {
            when.put("channel", usually ? "not(" + oneOf(otherwise) + ")" : oneOf(otherwise));
        }
        return Optional.of(when);
    }

    private static boolean asksForAPerson(Tree window) {
        return window.text(Timing.IF_NEVER_ACCEPTED).equals(NEEDS_REVIEW);
    }

    private static String oneOf(List<String> channels) {
        return channels.stream().map(channel -> "\"" + channel + "\"").collect(Collectors.joining(", "));
    }
}
