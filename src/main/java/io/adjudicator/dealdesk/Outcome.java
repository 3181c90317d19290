package io.adjudicator.dealdesk;

import io.adjudicator.adjudication.Decision;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.dealdesk.AgreedCase.Expected;
import io.adjudicator.kernel.Amount;
import io.adjudicator.rating.Tariff;
import io.adjudicator.rules.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a case came to, in the terms in which cases are agreed. */
record Outcome(
        String verdict,
        Optional<String> reason,
        List<String> missing,
        Optional<String> tier,
        Amount price,
        Amount fees) {

    /** @param counted outcomes of the same price that the month has before this one */
    static Outcome of(Decision decision, long counted) {
        Verdict verdict = decision.judgement().verdict();
        Optional<String> reason = switch (verdict) {
            case Verdict.NotBillable(String why) -> Optional.of(why);
            case Verdict.NeedsReview(String why) -> Optional.of(why);
            case Verdict.Billable() -> Optional.empty();
            case Verdict.Unprovable(List<String> missing) -> Optional.empty();
        };
        List<String> missing = verdict instanceof Verdict.Unprovable(List<String> facts) ? facts : List.of();
        return new Outcome(
                verdict.name(),
                reason,
                missing,
                decision.judgement().tier(),
                price(decision, counted),
                decision.fees());
    }

    /** Where the price depends on the month's count, what this outcome adds. */
    private static Amount price(Decision decision, long counted) {
        return decision.judgement()
                .price()
                .map(price -> price.rate().byCount()
                        ? new Amount(Tariff.next(price.rate(), counted), decision.unit())
                        : price.amount())
                .orElse(Amount.zero(decision.unit()));
    }

    boolean fits(Expected expected) {
        return verdict.equals(expected.verdict())
                && (expected.reason().isEmpty() || expected.reason().equals(reason))
                && (expected.missing().isEmpty() || expected.missing().equals(missing))
                && (expected.tier().isEmpty() || expected.tier().equals(tier))
                && (expected.price().isEmpty() || expected.price().get().compareTo(price.number()) == 0)
                && (expected.fees().isEmpty() || expected.fees().get().compareTo(fees.number()) == 0);
    }

    static String describe(Expected expected) {
        return expected.verdict()
                + expected.reason().map(reason -> " (" + reason + ")").orElse("")
                + (expected.missing().isEmpty() ? "" : " missing " + expected.missing())
                + expected.tier().map(tier -> " as " + tier).orElse("")
                + expected.price().map(price -> " for " + price.toPlainString()).orElse("")
                + expected.fees()
                        .map(due -> " and fees of " + due.toPlainString())
                        .orElse("");
    }

    /** Every finding with its clause, condition and the facts that it saw. */
    static String because(Decision decision) {
        return decision.judgement().findings().stream()
                .map(finding -> finding.rule().id() + " (" + finding.rule().clause() + ") " + finding.kind() + ": "
                        + finding.rule().says() + " [" + seen(decision, finding) + "]")
                .collect(Collectors.joining("; ", "found ", ""));
    }

    private static String seen(Decision decision, Finding finding) {
        return finding.rule().facts().stream()
                .map(fact -> fact + "="
                        + decision.judgement()
                                .facts()
                                .get(fact)
                                .map(Object::toString)
                                .orElse("unknown"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return verdict
                + reason.map(why -> " (" + why + ")").orElse("")
                + (missing.isEmpty() ? "" : " missing " + missing)
                + tier.map(name -> " as " + name).orElse("")
                + " for " + price
                + (fees.number().signum() == 0 ? "" : " and fees of " + fees);
    }
}
