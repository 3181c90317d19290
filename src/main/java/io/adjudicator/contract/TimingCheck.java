package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleSetSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the keys of session and window agree with each other: none that would have no effect, none that is missing. */
final class TimingCheck {

    private final YamlFile file;
    private final List<Rule> criteria;
    private final List<Fault> faults = new ArrayList<>();

    private TimingCheck(YamlFile file, RuleSetSource rules) {
        this.file = file;
        this.criteria = rules.rules().stream()
                .filter(rule -> rule.kind() == RuleKind.CRITERION)
                .toList();
    }

    static List<Fault> faults(YamlFile file, Tree outcome, RuleSetSource rules) {
        TimingCheck check = new TimingCheck(file, rules);
        check.session(outcome.child("session"));
        Tree window = outcome.child("window");
        check.window(window, window);
        Timing.channels(window)
                .forEach((channel, merged) ->
                        check.window(window.child(Timing.BY_CHANNEL).child(channel), merged));
        return check.faults;
    }

    private void session(Tree session) {
        if (session.has("identity") && session.text("bill").equals(Optional.of("every_claim"))) {
            fault(
                    "contradicting_terms",
                    session.at("identity"),
                    "expected no identity where every claim is billed, because no claim is then the same outcome as"
                            + " another; remove it or bill once_per_session");
        }
    }

    /**
     * @param own the keys as they were written
     * @param whole the same with the common keys that the channel inherits
     */
    private void window(Tree own, Tree whole) {
        String anchor = whole.text("anchor").orElse("");
        boolean waits = Timing.mayNeverCome(whole);
        boolean accepts = Timing.isAcceptance(whole);
        if (own.has(Timing.LONGEST_WAIT) && !waits) {
            noEffect(own, Timing.LONGEST_WAIT, "anchor session_end or acceptance", anchor);
        }
        if (own.has(Timing.IF_NEVER_ACCEPTED) && !accepts) {
            noEffect(own, Timing.IF_NEVER_ACCEPTED, "anchor acceptance", anchor);
        }
        if (accepts && own.has(Timing.IF_NEVER_ACCEPTED)) {
            neverAccepted(own);
        }
        if (waits && !whole.has(Timing.LONGEST_WAIT)) {
            missing(own, Timing.LONGEST_WAIT, anchor, "it may never come; add it, such as P14D");
        }
        if (accepts && !whole.has(Timing.IF_NEVER_ACCEPTED)) {
            missing(own, Timing.IF_NEVER_ACCEPTED, anchor, "it may never come; add bills, free or needs_review");
        }
    }

    /** What follows from no acceptance is for the criteria to apply: one that wants it keeps all but free from ever coming true. */
    private void neverAccepted(Tree own) {
        boolean free = own.text(Timing.IF_NEVER_ACCEPTED).equals(Optional.of("free"));
        Optional<String> demanding = criteria.stream()
                .filter(rule -> rule.facts().equals(List.of("accepted")))
                .map(Rule::id)
                .findFirst();
        boolean verified = criteria.stream().anyMatch(rule -> rule.facts().contains("verification"));
        if (!free && demanding.isPresent()) {
            fault(
                    "contradicting_terms",
                    own.at(Timing.IF_NEVER_ACCEPTED),
                    "expected free, because " + demanding.get()
                            + " keeps what was never accepted from being billed; say free or waive that rule");
        }
        if (free && demanding.isEmpty() && !verified) {
            fault(
                    "contradicting_terms",
                    own.at(Timing.IF_NEVER_ACCEPTED),
                    "expected a criterion that asks whether the result was verified or accepted, because without one free"
                            + " would have no effect; add it, or say bills or needs_review");
        }
    }

    private void noEffect(Tree own, String key, String needed, String anchor) {
        fault(
                "contradicting_terms",
                own.at(key),
                "expected " + key + " only with " + needed + ", but the anchor is " + anchor
                        + ", for which it would have no effect; remove it or change the anchor");
    }

    private void missing(Tree own, String key, String anchor, String why) {
        fault("missing_field", own.pointer(), "expected " + key + " beside the anchor " + anchor + ", because " + why);
    }

    private void fault(String code, String pointer, String message) {
        faults.add(file.fault(code, pointer, message));
    }
}
