package io.adjudicator.console;

import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.Claim;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the words that a contract knows into a page: its reasons and its tiers, for whoever decides in its stead. */
@Component
class TermWords {

    private final Contracts contracts;

    TermWords(Contracts contracts) {
        this.contracts = contracts;
    }

    void fill(Claim claim, Model model) {
        List<Rule> rules = contracts
                .inForce(claim.customer(), claim.sessionStartedAt())
                .flatMap(contract -> contract.terms(claim.outcomeType()))
                .map(terms -> terms.rules().rules())
                .orElse(List.of());
        model.addAttribute("reasonWords", results(rules, RuleKind.EXCLUSION));
        model.addAttribute("tiers", results(rules, RuleKind.TIER));
    }

    private static List<String> results(List<Rule> rules, RuleKind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind)
                .map(Rule::result)
                .distinct()
                .sorted()
                .toList();
    }
}
