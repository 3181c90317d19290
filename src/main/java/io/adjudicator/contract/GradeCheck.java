package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleSetSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether grades by tier name every tier, and whether the tiers can be told before anybody's grade is known. */
final class GradeCheck {

    private static final String BLENDED = "blended";

    /** What an observation with too low a grade leaves out; a tier that reads it would depend on itself. */
    private static final Set<String> GRADED = Set.of("confirmed", "accepted", "verification", "contradicted");

    private final YamlFile file;
    private final Tree grades;
    private final List<Rule> tiers;
    private final List<Fault> faults = new ArrayList<>();

    private GradeCheck(YamlFile file, Tree grades, RuleSetSource rules) {
        this.file = file;
        this.grades = grades;
        this.tiers = rules.rules().stream()
                .filter(rule -> rule.kind() == RuleKind.TIER)
                .toList();
    }

    static List<Fault> faults(YamlFile file, Tree outcome, RuleSetSource rules) {
        Tree grades = outcome.child("verification").child(Verification.MINIMUM_GRADE);
        GradeCheck check = new GradeCheck(file, grades, rules);
        if (!grades.members().isEmpty()) {
            check.namesEveryTier();
            check.tiersDoNotReadGrades();
        }
        return check.faults;
    }

    private void namesEveryTier() {
        Set<String> named = tiers.stream().map(Rule::result).collect(Collectors.toCollection(TreeSet::new));
        if (named.isEmpty()) {
            fault(
                    "contradicting_terms",
                    grades.pointer(),
                    "expected one grade, because no row names a tier, but got one for each of "
                            + grades.members().keySet());
            return;
        }
        named.stream()
                .filter(tier -> !grades.has(tier))
                .forEach(tier -> fault(
                        "missing_field",
                        grades.pointer(),
                        "expected a grade for tier " + tier + ", but there is none; add it"));
        grades.members().keySet().stream()
                .filter(tier -> !named.contains(tier) && !tier.equals(BLENDED))
                .forEach(tier -> fault(
                        "unknown_tier",
                        grades.at(tier),
                        "expected one of the tiers " + named + " or " + BLENDED + ", but got \"" + tier + "\""));
    }

    private void tiersDoNotReadGrades() {
        tiers.stream()
                .filter(tier -> tier.facts().stream().anyMatch(GRADED::contains))
                .forEach(tier -> fault(
                        "contradicting_terms",
                        grades.pointer(),
                        "expected tiers that can be told before anybody's grade is known, but " + tier.id() + " reads "
                                + tier.facts().stream().filter(GRADED::contains).collect(Collectors.joining(", "))
                                + "; state one grade for all tiers or change the row"));
    }

    private void fault(String code, String pointer, String message) {
        faults.add(file.fault(code, pointer, message));
    }
}
