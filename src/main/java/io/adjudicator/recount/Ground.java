package io.adjudicator.recount;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.adjudication.Explanation;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.kernel.Members;
import io.adjudicator.rating.Price;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why the recount says what it says of a claim.
 *
 * @param clause of the contract
 * @param missing facts without which it cannot be settled
 * @param because in plain sentences, from the decision's explanation
 */
public record Ground(String clause, String reason, List<String> missing, List<String> because) {

    private static final Set<FindingKind> AGAINST = Set.of(FindingKind.EXCLUDED, FindingKind.NOT_MET);

    /** The ground of the decision itself. */
    static Ground of(Decision decision) {
        return switch (decision.judgement().verdict()) {
            case Verdict.Billable() ->
                new Ground(
                        decision.judgement().price().orElseThrow().clause(),
                        "every criterion is met and nothing excludes it",
                        List.of(),
                        sentences(decision, Set.of(FindingKind.MET)));
            case Verdict.NotBillable(String reason) ->
                new Ground(clause(decision, AGAINST, reason), reason, List.of(), sentences(decision, AGAINST));
            case Verdict.Unprovable(List<String> missing) ->
                new Ground(
                        clauseOfUnknown(decision),
                        "unprovable",
                        missing,
                        sentences(decision, Set.of(FindingKind.UNKNOWN)));
            case Verdict.NeedsReview(String why) ->
                new Ground(
                        clause(decision, Set.of(FindingKind.REVIEW), why),
                        why,
                        List.of("a person's review"),
                        sentences(decision, Set.of(FindingKind.REVIEW)));
        };
    }

    /** The outcome is not billable, but the interaction costs something all the same. */
    static Ground ofFees(Decision decision) {
        List<Price> fees = decision.judgement().fees();
        return new Ground(
                fees.getFirst().clause(),
                "fees_of_the_interaction",
                List.of(),
                fees.stream()
                        .map(fee -> "Due whatever the verdict: " + fee.working() + " (" + fee.clause() + ").")
                        .toList());
    }

    /** Something that no rule says: of the bill, or of the records. */
    static Ground beside(Decision decision, String reason, List<String> missing, String because) {
        return new Ground(decision.terms().clause(), reason, missing, List.of(because));
    }

    /** The first rule that gave this reason, or the outcome type's own clause where silence decided. */
    private static String clause(Decision decision, Set<FindingKind> kinds, String reason) {
        return decision.judgement().findings().stream()
                .filter(finding -> kinds.contains(finding.kind())
                        && finding.rule().result().equals(reason))
                .findFirst()
                .map(finding -> finding.rule().clause())
                .orElse(decision.terms().clause());
    }

    private static String clauseOfUnknown(Decision decision) {
        Optional<Finding> first = decision.judgement().findings().stream()
                .filter(finding -> finding.kind() == FindingKind.UNKNOWN)
                .findFirst();
        return first.map(finding -> finding.rule().clause())
                .orElse(decision.terms().clause());
    }

    /** Those of the explanation that tell of findings of these kinds. */
    private static List<String> sentences(Decision decision, Set<FindingKind> kinds) {
        List<String> rules = decision.judgement().findings().stream()
                .filter(finding -> kinds.contains(finding.kind()))
                .map(finding -> finding.rule().id() + " (" + finding.rule().clause() + ") ")
                .toList();
        List<String> all = Explanation.sentences(new Members(decision.canonical()));
        List<String> telling = all.stream()
                .filter(sentence -> rules.stream().anyMatch(sentence::startsWith))
                .toList();
        return telling.isEmpty() ? List.of(all.getFirst()) : telling;
    }
}
