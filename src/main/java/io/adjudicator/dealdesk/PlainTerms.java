package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Definition;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.Waiver;
import io.adjudicator.kernel.Period;
import io.adjudicator.lint.ContractLint;
import io.adjudicator.lint.OpenDecision;
import io.adjudicator.rules.Rule;
import io.adjudicator.rules.RuleKind;
import io.adjudicator.rules.RuleSets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What a contract says, in plain words with its clauses: what counts, when it is decided, what is charged and what is not,
 * and for how much. Written from the typed terms and the rules alone, so it cannot say anything that is not decided.
 */
public final class PlainTerms {

    /** An open period has no last day; see the contract room. */
    private static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

    private final StringBuilder text = new StringBuilder(4096);
    private final DraftVersion draft;
    private final RuleSets ruleSets;

    private PlainTerms(DraftVersion draft, RuleSets ruleSets) {
        this.draft = draft;
        this.ruleSets = ruleSets;
    }

    public static String of(DraftVersion draft, RuleSets ruleSets) {
        PlainTerms plain = new PlainTerms(draft, ruleSets);
        plain.header();
        plain.section("Money", PlainMoney.of(draft.version()));
        draft.version().outcomes().values().stream()
                .sorted(Comparator.comparing(OutcomeTerms::type))
                .forEach(plain::outcome);
        plain.section("Disputes", PlainDisputes.of(draft.version()));
        plain.leftOpen();
        return plain.text.toString();
    }

    private void header() {
        ContractVersion version = draft.version();
        line(version.customer() + ", contract version " + version.version());
        line("In force " + period(version.effective()) + " (" + version.zone() + "). Prices in " + version.unit()
                + ".");
        line(version.digest().value());
    }

    private String period(Period effective) {
        LocalDate from = LocalDate.ofInstant(effective.from(), draft.version().zone());
        return effective.to().isBefore(NO_END)
                ? "from " + from + " until "
                        + LocalDate.ofInstant(effective.to(), draft.version().zone())
                : "from " + from + " until a later version begins";
    }

    private void outcome(OutcomeTerms terms) {
        line("");
        line(terms.type() + " (" + terms.clause() + ")");
        definitions(terms);
        section("Timing", PlainTiming.of(terms));
        section("Whose confirmation counts", PlainVerification.of(terms.verification()));
        section("You are charged when all of these hold", rules(terms, RuleKind.CRITERION));
        section("You are not charged when any of these holds", rules(terms, RuleKind.EXCLUSION));
        section("A person decides before you are charged when", rules(terms, RuleKind.REVIEW));
        section("What the claim must state, or you are not charged", PlainRules.needed(terms, ruleSets));
        section("Price per outcome (" + terms.price().clause() + ")", PlainPrices.of(terms, draft.version()));
        section("Base rules that do not apply to you", waivers(draft.waived(terms.type())));
    }

    private void definitions(OutcomeTerms terms) {
        Definition definition = terms.definition();
        String required = PlainRules.negotiated(terms, RuleKind.CRITERION, ", and ");
        String excluded = PlainRules.negotiated(terms, RuleKind.EXCLUSION, ", or where ");
        line("");
        line("  An outcome is billable when " + definition.action() + " leads to " + definition.result() + " without "
                + definition.failure() + ", " + PlainWindow.within(terms.window()) + ", as verified in "
                + definition.systemOfRecord() + ".");
        line("  For " + draft.version().customer() + ", a billable outcome means " + definition.result()
                + (required.isEmpty() ? "" : " where " + required) + ", excluding "
                + (excluded.isEmpty() ? "" : "outcomes where " + excluded + ", and ")
                + "what the product terms leave free; it is measured by " + definition.systemOfRecord()
                + " and subject to " + definition.disputeProcess() + ".");
    }

    private void leftOpen() {
        section(
                "Decisions that this contract leaves open, and where they would stand",
                ContractLint.leavesOpen(draft).stream()
                        .map(OpenDecision::toString)
                        .toList());
    }

    private static List<String> rules(OutcomeTerms terms, RuleKind kind) {
        return PlainRules.inEffect(terms).stream()
                .filter(rule -> rule.kind() == kind)
                .map(PlainTerms::rule)
                .toList();
    }

    private static String rule(Rule rule) {
        return rule.says() + " (" + rule.clause() + "; " + rule.id() + ", " + rule.result() + ")";
    }

    private static List<String> waivers(List<Waiver> waived) {
        return waived.stream()
                .map(waiver -> waiver.rule() + " (" + waiver.clause() + "): " + waiver.reason())
                .toList();
    }

    private void section(String heading, List<String> points) {
        if (!points.isEmpty()) {
            line("");
            line("  " + heading + ":");
            points.forEach(point -> line("  - " + point));
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
