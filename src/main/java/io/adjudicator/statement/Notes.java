package io.adjudicator.statement;

import io.adjudicator.contract.CommercialTerms.Conversion;
import io.adjudicator.contract.CommercialTerms.Onboarding;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.kernel.Amount;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What a reader must know beside the figures: when billing starts, what a pilot leaves free, what a credit is worth. */
final class Notes {

    private Notes() {}

    /** @param unpriced credits for which nothing is due, because no price of them is agreed */
    static List<String> of(
            ContractVersion contract, YearMonth period, List<StatementLine> lines, List<Amount> unpriced) {
        List<String> notes = new ArrayList<>();
        contract.commercial().onboarding().ifPresent(onboarding -> notes.addAll(onboarding(contract, onboarding)));
        contract.commercial()
                .structure()
                .filter(structure -> structure.billed().isPresent())
                .ifPresent(structure -> notes.add("Charged by "
                        + structure.billed().orElseThrow() + "; other outcomes are adjudicated and not charged ("
                        + structure.clause() + ")."));
        contract.commercial().conversion().ifPresent(conversion -> notes.add(plainMoney(contract, conversion)));
        unpriced.forEach(credits -> notes.add("No grant covers " + credits.plain() + " " + credits.unit()
                + ", and the contract names no price of a credit: nothing is due for them."));
        if (lines.stream().anyMatch(line -> !line.period().equals(period.toString()))) {
            notes.add(
                    "Lines from earlier months correct statements that were closed; those statements stay as they are.");
        }
        return notes;
    }

    private static List<String> onboarding(ContractVersion contract, Onboarding onboarding) {
        return switch (onboarding) {
            case Onboarding.FreeTraining training ->
                List.of("Outcomes are adjudicated and not charged before " + day(contract, training.billingStarts())
                        + ", when billing starts (" + training.clause() + ").");
            case Onboarding.CappedPilot pilot ->
                List.of("The first " + pilot.freeOutcomes() + " outcomes are free"
                        + pilot.ends()
                                .map(end -> " if they occur before " + day(contract, end))
                                .orElse("")
                        + "; after them "
                        + (pilot.automatically()
                                ? "outcomes are charged"
                                : "outcomes stay free until the next version is signed")
                        + " (" + pilot.clause() + ").");
            case Onboarding.Enterprise enterprise ->
                enterprise
                        .billingStarts()
                        .map(start -> List.of("Outcomes are charged from " + day(contract, start) + " ("
                                + enterprise.clause() + ")."))
                        .orElse(List.of());
        };
    }

    private static String plainMoney(ContractVersion contract, Conversion conversion) {
        return "1 " + contract.unit() + " is worth " + conversion.worth().toPlainString() + " " + conversion.currency()
                + " (" + conversion.clause() + ").";
    }

    private static String day(ContractVersion contract, Instant instant) {
        return instant.atZone(contract.zone()).toLocalDate().toString();
    }
}
