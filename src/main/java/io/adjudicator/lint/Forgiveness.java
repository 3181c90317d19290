package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.Waiver;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.BaseRules;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that the guide wants customers never to pay for.
 *
 * @param ofEveryType whether it is asked of every outcome type; what can only happen in a conversation is asked of support alone
 * @param facts by which an exclusion can tell
 */
record Forgiveness(String what, boolean ofEveryType, Set<String> facts) {

    private static final List<Forgiveness> ALL = List.of(
            new Forgiveness("failed work", true, Set.of("failed", "cancelled", "disconnected", "no_show", "rejected")),
            new Forgiveness("duplicates", true, Set.of("duplicate", "billed_in_session")),
            new Forgiveness("tests", true, Set.of("test", "environment")),
            new Forgiveness("abandoned sessions", false, Set.of("abandoned")),
            new Forgiveness("escalations", false, Set.of("handoff", "asked_for_human")),
            new Forgiveness("greetings", false, Set.of("greeting_only")),
            new Forgiveness("diagnostic questions", false, Set.of("diagnostic_question")),
            new Forgiveness("no-shows", false, Set.of("no_show")));

    /** Of what neither an exclusion nor a waiver with clause and reason speaks. */
    static List<String> lackedBy(DraftVersion draft, OutcomeTerms terms) {
        boolean support = terms.type().equals(OutcomeType.SUPPORT_RESOLUTION);
        Set<String> spoken = spokenOf(draft, terms);
        return ALL.stream()
                .filter(each -> each.ofEveryType || support)
                .filter(each -> each.facts.stream().noneMatch(spoken::contains))
                .map(Forgiveness::what)
                .toList();
    }

    private static Set<String> spokenOf(DraftVersion draft, OutcomeTerms terms) {
        List<String> waived =
                draft.waived(terms.type()).stream().map(Waiver::rule).toList();
        Stream<Rule> excluding = terms.rules().rules().stream().filter(rule -> rule.kind() == RuleKind.EXCLUSION);
        Stream<Rule> given = BaseRules.of(terms.type()).stream().filter(rule -> waived.contains(rule.id()));
        return Stream.concat(excluding, given)
                .map(Rule::facts)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
