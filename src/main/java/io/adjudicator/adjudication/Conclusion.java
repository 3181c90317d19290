package io.adjudicator.adjudication;

import io.adjudicator.rating.RateCard;
import io.adjudicator.rules.Facts;
import io.adjudicator.rules.Finding;
import io.adjudicator.rules.FindingKind;
import io.adjudicator.rules.RuleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns findings into a verdict and a tier. The order of precedence is the contract between both sides:
 *
 * <ol>
 *   <li>an exclusion always wins (law 3),
 *   <li>then a criterion that surely does not hold,
 *   <li>then a missing fact that matters (law 2),
 *   <li>then a flag for a person,
 *   <li>then billable, if a criterion was met; silence is never billable (law 1).
 * </ol>
 *
 * Among several rules of one kind the first in the rule set names the reason.
 */
final class Conclusion {

    static final String NO_RULE_APPLIED = "no_rule_applied";

    private @Nullable Finding exclusion;
    private @Nullable Finding notMet;
    private @Nullable Finding review;
    private @Nullable Finding met;
    private @Nullable Finding tier;
    private @Nullable Finding row;
    private @Nullable List<Finding> unknowns;
    private boolean tierUnknown;
    private boolean rowUnknown;
    private boolean decisive;

    Conclusion(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            take(findings.get(i));
        }
    }

    private void take(Finding finding) {
        switch (finding.kind()) {
            case EXCLUDED -> {
                exclusion = exclusion == null ? finding : exclusion;
                decisive |= finding.rule().decisive();
            }
            case NOT_MET -> notMet = notMet == null ? finding : notMet;
            case REVIEW -> review = review == null ? finding : review;
            case MET -> met = finding;
            case TIER -> tier = tier == null && !tierUnknown ? finding : tier;
            case PRICE -> row = row == null && !rowUnknown ? finding : row;
            case UNKNOWN -> takeUnknown(finding);
            case SILENT -> {}
        }
    }

    /** A tier or row of prices that cannot be told matters only if no earlier row matched: the first match wins. */
    private void takeUnknown(Finding finding) {
        if (finding.rule().kind() == RuleKind.TIER) {
            if (tier != null) {
                return;
            }
            tierUnknown = true;
        }
        if (finding.rule().kind() == RuleKind.PRICE) {
            if (row != null) {
                return;
            }
            rowUnknown = true;
        }
        if (unknowns == null) {
            unknowns = new ArrayList<>();
        }
        unknowns.add(finding);
    }

    boolean decisive() {
        return decisive;
    }

    Verdict verdict(Facts facts) {
        if (exclusion != null) {
            return new Verdict.NotBillable(exclusion.rule().result());
        }
        if (notMet != null) {
            return new Verdict.NotBillable(notMet.rule().result());
        }
        if (unknowns != null) {
            return new Verdict.Unprovable(missing(unknowns, facts));
        }
        if (review != null) {
            return new Verdict.NeedsReview(review.rule().result());
        }
        return met != null ? new Verdict.Billable() : new Verdict.NotBillable(NO_RULE_APPLIED);
    }

    private static List<String> missing(List<Finding> unknowns, Facts facts) {
        return unknowns.stream()
                .filter(finding -> finding.kind() == FindingKind.UNKNOWN)
                .flatMap(finding -> finding.rule().facts().stream())
                .filter(fact -> facts.get(fact).isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The row of the price table that holds, if there is one. */
    Optional<String> row() {
        return Optional.ofNullable(row).map(found -> found.rule().result());
    }

    /** Empty where a missing fact keeps the tier from being told. */
    Optional<String> tier(boolean tiersAreNamed) {
        if (tier != null) {
            return Optional.of(tier.rule().result());
        }
        if (tierUnknown) {
            return Optional.empty();
        }
        return Optional.of(tiersAreNamed ? RateCard.BLENDED : RateCard.SIMPLE);
    }
}
