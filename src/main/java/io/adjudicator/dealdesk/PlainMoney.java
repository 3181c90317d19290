package io.adjudicator.dealdesk;

import io.adjudicator.contract.CommercialTerms;
import io.adjudicator.contract.CommercialTerms.Conversion;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.CommercialTerms.Expiry;
import io.adjudicator.contract.CommercialTerms.Fee;
import io.adjudicator.contract.CommercialTerms.Grant;
import io.adjudicator.contract.CommercialTerms.Onboarding;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.OutcomeTerms;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is agreed about money beside the prices, in plain words, and what credits come to in plain money. */
final class PlainMoney {

    private final ContractVersion contract;
    private final CommercialTerms terms;
    private final List<String> lines = new ArrayList<>();

    private PlainMoney(ContractVersion contract) {
        this.contract = contract;
        this.terms = contract.commercial();
    }

    static List<String> of(ContractVersion contract) {
        PlainMoney plain = new PlainMoney(contract);
        plain.terms
                .structure()
                .ifPresent(structure -> plain.say(
                        words(structure.kind())
                                + structure
                                        .billed()
                                        .map(type -> ": charged for " + type)
                                        .orElse(""),
                        structure.clause()));
        plain.terms.onboarding().ifPresent(plain::onboarding);
        plain.terms.fees().forEach(plain::fee);
        plain.terms.grants().forEach(plain::grant);
        plain.terms.conversion().ifPresent(plain::conversion);
        plain.terms
                .overage()
                .ifPresent(overage -> plain.say(
                        "a credit beyond the grants costs " + plain.money(overage.price()), overage.clause()));
        plain.terms
                .minimum()
                .ifPresent(minimum -> plain.say(
                        "outcomes come to at least " + plain.money(minimum.amount()) + " a " + words(minimum.every()),
                        minimum.clause()));
        plain.terms
                .maximum()
                .ifPresent(maximum -> plain.say(
                        "outcomes come to at most " + plain.money(maximum.amount()) + " a month", maximum.clause()));
        return plain.lines;
    }

    private void onboarding(Onboarding onboarding) {
        String says = switch (onboarding) {
            case Onboarding.FreeTraining training ->
                "outcomes are adjudicated and free until billing starts on " + day(training.billingStarts());
            case Onboarding.CappedPilot pilot ->
                "the first " + pilot.freeOutcomes() + " outcomes are free"
                        + pilot.ends()
                                .map(end -> " if they occur before " + day(end))
                                .orElse("")
                        + (pilot.automatically()
                                ? "; then outcomes are charged"
                                : "; then outcomes stay free until the next version is signed");
            case Onboarding.Enterprise enterprise ->
                "onboarding is paid for by the fees, minimum or credits below"
                        + enterprise
                                .billingStarts()
                                .map(start -> "; outcomes are charged from " + day(start))
                                .orElse("");
        };
        say(says, onboarding.clause());
    }

    private void fee(Fee fee) {
        say(
                fee.name() + ": " + money(fee.amount())
                        + (fee.every() == Every.ONCE ? ", once" : " a " + words(fee.every())),
                fee.clause());
    }

    private void grant(Grant grant) {
        String expires = switch (grant.expiry()) {
            case Expiry.EndOfMonth() -> "to be used in the month";
            case Expiry.Never() -> "which never expire";
            case Expiry.After(var length) -> "to be used within " + length.toDays() + " days";
        };
        say(
                new Amount(grant.amount(), contract.unit()) + " of " + words(grant.category()) + " credits"
                        + (grant.every() == Every.ONCE ? ", once, " : " a month, ") + expires
                        + grant.rolloverLimit()
                                .map(limit -> "; up to " + limit.toPlainString() + " roll over")
                                .orElse(""),
                grant.clause());
    }

    /** The published conversion, with every price that is an amount as an example. */
    private void conversion(Conversion conversion) {
        List<String> examples = new ArrayList<>();
        contract.outcomes().values().stream()
                .sorted(Comparator.comparing(OutcomeTerms::type))
                .forEach(outcome -> outcome.price().perOutcome().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(tier -> example(conversion, outcome, tier.getKey(), tier.getValue())
                                .ifPresent(examples::add)));
        say(
                "1 " + contract.unit() + " is worth " + money(conversion.worth())
                        + (examples.isEmpty() ? "" : ": " + String.join("; ", examples)),
                conversion.clause());
    }

    private Optional<String> example(Conversion conversion, OutcomeTerms outcome, String tier, RateTerms rate) {
        return rate instanceof RateTerms.Flat flat
                ? Optional.of("one " + outcome.type() + " (" + tier + ") is "
                        + flat.price().toPlainString() + " credits, which is "
                        + money(flat.price().multiply(conversion.worth())))
                : Optional.empty();
    }

    private String money(BigDecimal amount) {
        Unit currency = terms.currency().orElseThrow();
        return new Amount(amount, currency).toString();
    }

    private String day(Instant instant) {
        return instant.atZone(contract.zone()).toLocalDate().toString();
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void say(String words, String clause) {
        lines.add(words + " (" + clause + ")");
    }
}
