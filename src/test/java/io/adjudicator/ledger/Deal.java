package io.adjudicator.ledger;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Folders;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.RateCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Contracts for tests of money: the plain one with other commercial terms and prices. */
public final class Deal {

    public static final OutcomeType TYPE = OutcomeType.SUPPORT_RESOLUTION;

    private static final String PRICE = "{simple: 0.99, complex: 2.49}";

    private Deal() {}

    /** A contract's text in dollars or, if the terms name one, in another unit. */
    public static String text(String terms, String perOutcome) {
        String unit = terms.contains("unit:") ? "" : "unit: USD\n";
        return Folders.plainWith("unit: USD\n", unit + terms)
                .replace("America/New_York", "UTC")
                .replace("blended: {mix: {simple: 0.7, complex: 0.3}}", "blended: 1")
                .replace(PRICE, perOutcome);
    }

    /** Versions in the order of their effective dates. */
    public static Agreement of(String... texts) {
        return new Agreement(folder("acme", texts).timeline().versions());
    }

    /** A customer's folder with these versions. */
    public static ContractFolder folder(String customer, String... texts) {
        try {
            Path parent = Files.createTempDirectory("deal");
            for (int i = 0; i < texts.length; i++) {
                Folders.write(parent, customer, "v" + (i + 1) + ".yaml", texts[i]);
            }
            return ContractFolder.read(parent.resolve(customer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version in force. */
    public static ContractVersion at(Agreement agreement, Instant instant) {
        return agreement.inForceAt(instant).orElseThrow();
    }

    public static Hold hold(long claim, ContractVersion contract, Instant occurredAt) {
        RateCard card = card(contract);
        return new Hold(
                claim,
                outcome(claim),
                contract,
                occurredAt,
                card.highest(_ -> Optional.empty(), false),
                month(occurredAt));
    }

    /**
     * A decision.
     *
     * @param tier of a billable outcome; none: not billable
     */
    public static Charge decision(
            long claim,
            ContractVersion contract,
            Instant occurredAt,
            Optional<String> tier,
            Instant asOf,
            YearMonth bookedIn) {
        RateCard card = card(contract);
        List<Price> fees = card.fees(tier.isPresent() ? Optional.empty() : Optional.of("not_resolved"));
        return new Charge(
                claim,
                outcome(claim),
                contract,
                TYPE,
                occurredAt,
                tier.map(card::price),
                fees,
                Optional.empty(),
                asOf,
                bookedIn);
    }

    /** In the order of the claims. */
    static String outcome(long claim) {
        return "oc-%09d".formatted(claim);
    }

    private static RateCard card(ContractVersion contract) {
        return new RateCard(contract.terms(TYPE).orElseThrow().price(), contract.unit());
    }

    public static YearMonth month(Instant instant) {
        return YearMonth.parse(instant.toString().substring(0, 7));
    }

    public static Instant end(YearMonth month) {
        return Period.ofMonth(month, java.time.ZoneOffset.UTC).to();
    }
}
