package io.adjudicator.ledger;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Folders;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.Tariff;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Journals of a few months, by the code that books in production. */
final class PaperJournals {

    private PaperJournals() {}

    /** Credits of a plan that roll over up to 20, and what they do not cover. */
    static List<Entry> credits(Path folder) {
        ContractVersion contract = contract(
                folder,
                "credits",
                Folders.plainWith("unit: USD", """
                unit: {credits: acme-credit, worth: 0.01, currency: USD, clause: "OF 4.1"}
                overage: {clause: "OF 5.2", price: 0.012}
                credits:
                  - {id: plan, clause: "OF 5", category: plan, amount: 100, every: month, priority: 1,
                     expires: end_of_month, rollover: {limit: 20}}
                  - {id: gift, clause: "OF 5", category: promotional, amount: 5.5, every: once, priority: 0, expires: P60D}""").replace("0.99", "40").replace("2.49", "70"));
        PaperLedger ledger = new PaperLedger(new Agreement(List.of(contract)));
        hold(ledger, contract, 1, "2026-07-02T10:00:00Z", "70");
        charge(ledger, contract, 1, "2026-07-02T10:00:00Z", "simple", 0);
        charge(ledger, contract, 2, "2026-07-03T10:00:00Z", "complex", 0);
        charge(ledger, contract, 2, "2026-07-03T10:00:00Z", "", 0);
        charge(ledger, contract, 3, "2026-08-03T10:00:00Z", "complex", 0);
        charge(ledger, contract, 4, "2026-08-04T10:00:00Z", "complex", 0);
        ledger.advance(Instant.parse("2026-12-01T12:00:00Z"));
        return ledger.entries();
    }

    /** A pilot of two free outcomes, then graduated prices, one of them taken back, and a fee on every interaction. */
    static List<Entry> money(Path folder) {
        ContractVersion contract = contract(
                folder,
                "money",
                Folders.plainWith("unit: USD", """
                unit: USD
                onboarding: {model: capped_pilot, clause: "OF 8", free_outcomes: 2, converts: automatically}""")
                        .replace(
                                "{simple: 0.99, complex: 2.49}",
                                "{simple: {graduated: [{up_to: 1, price: 0.95}, {price: 0.855}]}, complex: 2.49}")
                        .replace("blended: {mix: {simple: 0.7, complex: 0.3}}", "blended: 1.29"));
        PaperLedger ledger = new PaperLedger(new Agreement(List.of(contract)));
        for (int claim = 1; claim <= 5; claim++) {
            String at = "2026-07-0" + claim + "T10:00:00Z";
            hold(ledger, contract, claim, at, "2.49");
            charge(ledger, contract, claim, at, "simple", 1);
        }
        charge(ledger, contract, 3, "2026-07-03T10:00:00Z", "", 1);
        hold(ledger, contract, 6, "2026-07-09T10:00:00Z", "2.49");
        return ledger.entries();
    }

    private static ContractVersion contract(Path folder, String name, String text) {
        Path customer = Folders.write(folder.resolve(name), "acme", "v1.yaml", text);
        ContractFolder read = ContractFolder.read(customer);
        if (!read.faults().isEmpty()) {
            throw new IllegalStateException("expected a contract without fault, but got " + read.faults());
        }
        return read.drafts().getFirst().version();
    }

    private static void hold(PaperLedger ledger, ContractVersion contract, long claim, String at, String most) {
        Instant occurredAt = Instant.parse(at);
        ledger.book(new Hold(
                claim,
                Deal.outcome(claim),
                contract,
                occurredAt,
                new Amount(new BigDecimal(most), contract.unit()),
                month(at)));
    }

    /** @param tier empty for an outcome that is not billable */
    private static void charge(
            PaperLedger ledger, ContractVersion contract, long claim, String at, String tier, int fees) {
        Optional<Price> price = tier.isEmpty() ? Optional.empty() : Optional.of(price(contract, tier));
        List<Price> interaction = fees == 0
                ? List.of()
                : List.of(new Price(
                        "ticket",
                        new RateTerms.Flat(new BigDecimal("0.36")),
                        Amount.of("0.36", "USD"),
                        "0.36",
                        "OF 3",
                        Optional.empty()));
        ledger.book(new Charge(
                claim,
                Deal.outcome(claim),
                contract,
                OutcomeType.SUPPORT_RESOLUTION,
                Instant.parse(at),
                price,
                interaction,
                Optional.empty(),
                Instant.parse(at).plusSeconds(72 * 3600),
                month(at)));
    }

    private static Price price(ContractVersion contract, String tier) {
        RateTerms rate = contract.terms(OutcomeType.SUPPORT_RESOLUTION)
                .orElseThrow()
                .price()
                .rate(tier)
                .orElseThrow();
        Amount most = new Amount(Tariff.highest(rate, Optional.empty()), contract.unit());
        return new Price(tier, rate, most, "", "OF 4", Optional.empty());
    }

    private static YearMonth month(String at) {
        return YearMonth.parse(at.substring(0, 7));
    }
}
