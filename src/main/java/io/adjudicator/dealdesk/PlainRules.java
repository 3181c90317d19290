package io.adjudicator.dealdesk;

import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.SessionTerms.Bill;
import io.adjudicator.contract.WindowTerms;
import io.adjudicator.contract.WindowTerms.Reopen;
import io.adjudicator.rules.FactOrigin;
import io.adjudicator.rules.FactTerm;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.FindingKind;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleOrigin;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.rules.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Picks from a rule set what the contract's other terms leave in effect. */
final class PlainRules {

    private PlainRules() {}

    /** Without rules on what these terms keep from ever being seen: a reopening that reverses nothing, a session that bills every claim. */
    static List<Rule> inEffect(OutcomeTerms terms) {
        return terms.rules().rules().stream()
                .filter(rule -> !(neverReverses(terms.window()) && rule.facts().equals(List.of("reopened"))))
                .filter(rule -> !(terms.session().bill() == Bill.EVERY_CLAIM
                        && rule.facts().equals(List.of("billed_in_session"))))
                .toList();
    }

    private static boolean neverReverses(WindowTerms window) {
        return window.reopen() == Reopen.NO_REVERSAL
                && window.byChannel().values().stream().allMatch(own -> own.reopen() == Reopen.NO_REVERSAL);
    }

    /** Rules of the given kind that this customer negotiated, as one clause of a sentence; empty if there are none. */
    static String negotiated(OutcomeTerms terms, RuleKind kind, String conjunction) {
        return inEffect(terms).stream()
                .filter(rule -> rule.kind() == kind && rule.origin() != RuleOrigin.BASE)
                .map(Rule::says)
                .collect(Collectors.joining(conjunction));
    }

    /**
     * Facts without which an outcome is unprovable, in the order in which the rules read them. The rules themselves are asked:
     * what they do not know of a claim that states nothing.
     */
    static List<String> needed(OutcomeTerms terms, RuleSets ruleSets) {
        Vocabulary vocabulary = terms.rules().vocabulary();
        Facts nothingStated = vocabulary.facts();
        return ruleSets.of(terms.rules()).findings(nothingStated).stream()
                .filter(finding -> finding.kind() == FindingKind.UNKNOWN)
                .flatMap(finding -> finding.rule().facts().stream())
                .map(vocabulary::term)
                .flatMap(Optional::stream)
                .filter(term -> term.origin() == FactOrigin.CLAIM
                        && nothingStated.get(term.name()).isEmpty())
                .map(PlainRules::named)
                .distinct()
                .toList();
    }

    private static String named(FactTerm term) {
        return term.name() + ": " + term.meaning();
    }
}
