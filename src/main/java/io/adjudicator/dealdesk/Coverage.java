package io.adjudicator.dealdesk;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.FindingKind;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleOrigin;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of a contract's own rules have an agreed case in which they fire, and one in which they do not. A rule without
 * both may say something else than the order form, and nobody would see it.
 */
final class Coverage {

    private final List<Rule> own;
    private final Set<String> fired = new HashSet<>();
    private final Set<String> silent = new HashSet<>();

    Coverage(ContractVersion contract) {
        this.own = contract.outcomes().values().stream()
                .flatMap(terms -> terms.rules().rules().stream())
                .filter(rule -> rule.origin() != RuleOrigin.BASE)
                .toList();
    }

    void count(Decision decision) {
        Set<String> firing = new HashSet<>();
        for (Finding finding : decision.judgement().findings()) {
            if (fires(finding.kind())) {
                firing.add(finding.rule().id());
            }
        }
        decision.terms().rules().rules().stream()
                .map(Rule::id)
                .forEach(id -> (firing.contains(id) ? fired : silent).add(id));
    }

    private static boolean fires(FindingKind kind) {
        return switch (kind) {
            case MET, EXCLUDED, TIER, PRICE, REVIEW -> true;
            case NOT_MET, UNKNOWN, SILENT -> false;
        };
    }

    List<String> gaps() {
        return own.stream()
                .map(Rule::id)
                .flatMap(id -> Stream.concat(
                        fired.contains(id) ? Stream.empty() : Stream.of("no agreed case lets rule " + id + " fire"),
                        silent.contains(id)
                                ? Stream.empty()
                                : Stream.of("no agreed case keeps rule " + id + " silent")))
                .toList();
    }
}
