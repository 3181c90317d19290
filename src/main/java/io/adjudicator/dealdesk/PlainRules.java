package io.adjudicator.dealdesk;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.rules.FactOrigin;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Picks from a rule set what the contract's other terms leave in effect. */
final class PlainRules {

    private PlainRules() {}

    /** Without rules on what these terms keep from ever being seen: a reopening that reverses nothing, a session that bills every claim. */
    static List<Rule> inEffect(OutcomeTerms terms) {
        return terms.rules().rules().stream()
                .filter(rule -> !(terms.window().reopen() == Reopen.NO_REVERSAL
                        && rule.facts().equals(List.of("reopened"))))
                .filter(rule -> !(terms.session().bill() == Bill.EVERY_CLAIM
                        && rule.facts().equals(List.of("billed_in_session"))))
                .toList();
    }

    /** The reasons of the exclusions, read aloud. */
    static String reasons(OutcomeTerms terms) {
        return inEffect(terms).stream()
                .filter(rule -> rule.kind() == RuleKind.EXCLUSION)
                .map(rule -> rule.result().replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Facts without which an outcome is unprovable, in the order in which the rules read them. */
    static List<String> needed(OutcomeTerms terms) {
        return inEffect(terms).stream()
                .filter(rule -> rule.kind() != RuleKind.REVIEW && rule.drl().contains(rule.id() + " unknown"))
                .flatMap(rule -> rule.facts().stream())
                .map(terms.rules().vocabulary()::term)
                .flatMap(Optional::stream)
                .filter(term -> term.origin() == FactOrigin.CLAIM)
                .map(PlainRules::named)
                .distinct()
                .toList();
    }

    private static String named(FactTerm term) {
        return term.name() + ": " + term.meaning();
    }
}
