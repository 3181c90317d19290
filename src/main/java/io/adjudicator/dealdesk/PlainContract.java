package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Definition;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleSets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A published version in plain words, part by part, for pages: from the typed terms and the rules alone, as {@link PlainTerms}. */
public record PlainContract(List<Part> general, List<Outcome> outcomes) {

    /** Points under one heading, never none. */
    public record Part(String heading, List<String> points) {}

    /** One outcome type: its definition sentence, and the parts that say the rest. */
    public record Outcome(
            OutcomeType type,
            String clause,
            String definition,
            List<String> chargedWhen,
            List<String> notChargedWhen,
            List<String> personDecidesWhen,
            List<String> prices,
            List<Part> rest) {}

    public static PlainContract of(ContractVersion version, RuleSets ruleSets) {
        return new PlainContract(
                Stream.of(part("Money", PlainMoney.of(version)), part("Disputes", PlainDisputes.of(version)))
                        .flatMap(List::stream)
                        .toList(),
                version.outcomes().values().stream()
                        .sorted(Comparator.comparing(OutcomeTerms::type))
                        .map(terms -> outcome(terms, version, ruleSets))
                        .toList());
    }

    private static Outcome outcome(OutcomeTerms terms, ContractVersion version, RuleSets ruleSets) {
        List<Part> rest = List.of(
                new Part("Timing", PlainTiming.of(terms)),
                new Part("Whose confirmation counts", PlainVerification.of(terms.verification())),
                new Part("What the claim must state, or you are not charged", PlainRules.needed(terms, ruleSets)));
        return new Outcome(
                terms.type(),
                terms.clause(),
                definition(terms),
                rules(terms, RuleKind.CRITERION),
                rules(terms, RuleKind.EXCLUSION),
                rules(terms, RuleKind.REVIEW),
                PlainPrices.of(terms, version),
                rest.stream().filter(part -> !part.points().isEmpty()).toList());
    }

    private static String definition(OutcomeTerms terms) {
        Definition definition = terms.definition();
        return "An outcome is billable when " + definition.action() + " leads to " + definition.result() + " without "
                + definition.failure() + ", " + PlainWindow.within(terms.window()) + ", as verified in "
                + definition.systemOfRecord() + ".";
    }

    private static List<String> rules(OutcomeTerms terms, RuleKind kind) {
        return PlainRules.inEffect(terms).stream()
                .filter(rule -> rule.kind() == kind)
                .map(PlainContract::rule)
                .toList();
    }

    private static String rule(Rule rule) {
        return rule.says() + " (" + rule.clause() + "; " + rule.id() + ")";
    }

    private static List<Part> part(String heading, List<String> points) {
        return points.isEmpty() ? List.of() : List.of(new Part(heading, points));
    }
}
