package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.Tree;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which decisions the terms of one outcome type leave open. Keys are within the outcome type. */
final class OutcomeDecisions {

    private final DraftVersion draft;
    private final OutcomeTerms terms;
    private final Tree outcome;
    private final boolean isMeter;

    OutcomeDecisions(DraftVersion draft, OutcomeTerms terms) {
        this.draft = draft;
        this.terms = terms;
        this.outcome = ContractLint.outcome(draft, terms);
        this.isMeter = UnitLint.remark(draft, terms.type()).isPresent();
    }

    List<String> openKeys(DesignDecision decision) {
        return switch (decision) {
            case OUTCOME, UNIT -> openIf(isMeter && !UnitLint.isOffered(draft), "definition.result");
            case SUCCESS_CRITERIA -> successCriteria();
            case FAILURE_FORGIVENESS ->
                openIf(!Forgiveness.lackedBy(draft, terms).isEmpty(), "exclusions");
            case TIMING_RULES -> timingRules();
            case VALUE_ANCHOR -> openIf(!outcome.has("value"), "value");
            case AUDITABILITY -> auditability(outcome.child("definition"));
            case DISPUTE_RISK -> disputeRisk();
            case CURRENCY, ONBOARDING, STRUCTURE, SPEND_CONTROLS -> List.of();
        };
    }

    /** Twice: the product's own criterion, and in an enterprise contract what this customer means by it. */
    private List<String> successCriteria() {
        boolean enterprise = draft.tree()
                .child("structure")
                .text("kind")
                .filter("enterprise"::equals)
                .isPresent();
        if (!hasRule(rule -> rule.kind() == RuleKind.CRITERION)) {
            return List.of("criteria");
        }
        return openIf(
                enterprise && !hasRule(rule -> rule.origin() != RuleOrigin.BASE && rule.kind() != RuleKind.TIER),
                "criteria",
                "exclusions");
    }

    /** The schema asks for four of the five; where a session bills once, somebody must say when it ends. */
    private List<String> timingRules() {
        Tree session = outcome.child("session");
        boolean endIsSeen = is(outcome.child("window"), "anchor", "session_end");
        return openIf(
                is(session, "bill", "once_per_session") && !session.has("ends_after") && !endIsSeen,
                "session.ends_after");
    }

    private static List<String> auditability(Tree definition) {
        List<String> open = new ArrayList<>();
        for (String key : List.of("system_of_record", "dispute_process")) {
            definition.text(key).filter(OutcomeDecisions::isVacuous).ifPresent(_ -> open.add("definition." + key));
        }
        return open;
    }

    /** Silence that bills on the vendor's own word, or at once, with nobody to look at it, will be disputed. A meter leaves little to argue. */
    private List<String> disputeRisk() {
        boolean silenceBills = is(outcome.child("window"), "silence", "bills");
        boolean atOnce = terms.window().length().equals(Duration.ZERO);
        boolean looked = hasRule(rule -> rule.kind() == RuleKind.REVIEW);
        return openIf(
                !isMeter && silenceBills && !looked && (atOnce || onOwnWord()),
                "verification.minimum_grade",
                "window.silence",
                "reviews");
    }

    private boolean onOwnWord() {
        Tree verification = outcome.child("verification");
        return is(verification, "minimum_grade", "self_attested")
                || verification.child("minimum_grade").members().containsValue("self_attested");
    }

    private boolean hasRule(Predicate<Rule> wanted) {
        return terms.rules().rules().stream().anyMatch(wanted);
    }

    /** A text that fills its key and says nothing. */
    private static boolean isVacuous(String text) {
        return text.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .matches("n/a|unknown|tbd|((no|not|none|nothing|to be (agreed|defined|decided))\\b.*)");
    }

    private static boolean is(Tree tree, String key, String value) {
        return tree.text(key).filter(value::equals).isPresent();
    }

    private static List<String> openIf(boolean open, String... keys) {
        return open ? List.of(keys) : List.of();
    }
}
