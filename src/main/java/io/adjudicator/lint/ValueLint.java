package io.adjudicator.lint;

import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.Tree;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.OutcomeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether price and value fit: the guide's ninth decision. Docs: contract-check.md, "Price and value". */
final class ValueLint {

    /** The guide: do not price these like a deflected FAQ. */
    private static final Set<String> WORTH_MORE =
            Set.of("saved-cancellation", "recovered-revenue", "governed-decision");

    /** The highest published price of a resolved support question, 2.00 USD (2026-11), in money of about that size. */
    private static final BigDecimal SUPPORT_PRICE = new BigDecimal("2.00");

    private static final Set<String> ABOUT_A_DOLLAR = Set.of("USD", "EUR", "GBP", "CHF", "CAD", "AUD");

    /** Of what the outcome is worth; at a twentieth or more, a small price fits a small value. */
    private static final BigDecimal FITTING_PART = new BigDecimal("0.05");

    private final DraftVersion draft;
    private final OutcomeType type;
    private final Tree outcome;
    private final List<Fault> warnings = new ArrayList<>();

    private ValueLint(DraftVersion draft, OutcomeType type) {
        this.draft = draft;
        this.type = type;
        this.outcome = draft.tree().child("outcomes").child(type.value());
    }

    static List<Fault> warnings(DraftVersion draft, OutcomeType type) {
        ValueLint lint = new ValueLint(draft, type);
        Tree value = lint.outcome.child("value");
        Optional<BigDecimal> worth = value.child("anchor").decimal("amount");
        Optional<BigDecimal> price = lint.highestInMoney(worth);
        if (price.isPresent()) {
            worth.ifPresent(amount -> lint.tooHigh(value, price.get(), amount));
            lint.tooLow(value, price.get(), worth);
        }
        return lint.warnings;
    }

    private void tooHigh(Tree value, BigDecimal price, BigDecimal worth) {
        boolean labor = value.text("kind").filter("labor_savings"::equals).isPresent();
        BigDecimal most = labor ? worth.divide(BigDecimal.TWO) : worth;
        if (price.compareTo(most) > 0) {
            warn(
                    "price_above_value",
                    outcome.child("price").pointer(),
                    "the highest price, " + money(price) + ", is above " + (labor ? "half of " : "")
                            + "what an outcome is" + " worth to the customer (" + money(worth)
                            + "); the customer keeps too little of it");
        }
    }

    private void tooLow(Tree value, BigDecimal price, Optional<BigDecimal> worth) {
        boolean smallMoney = price.compareTo(SUPPORT_PRICE) <= 0
                && currency().filter(ABOUT_A_DOLLAR::contains).isPresent();
        if (isWorthMore(value) && smallMoney && !fits(price, worth)) {
            warn(
                    "priced_like_support",
                    outcome.child("price").pointer(),
                    "a " + type + " for at most " + money(price) + " is priced like a deflected support question"
                            + worth.map(amount -> ", although it is worth " + money(amount))
                                    .orElse("")
                            + "; its value supports another price");
        }
    }

    private boolean isWorthMore(Tree value) {
        return WORTH_MORE.contains(type.value())
                || value.text("kind")
                        .filter(kind -> !kind.equals("labor_savings"))
                        .isPresent();
    }

    /** A price beside a fee or a minimum may be small, if these carry the value. */
    private boolean fits(BigDecimal price, Optional<BigDecimal> worth) {
        Tree contract = draft.tree();
        List<BigDecimal> charges = Stream.concat(contract.rows("fees").stream(), Stream.of(contract.child("minimum")))
                .flatMap(charge -> charge.decimal("amount").stream())
                .toList();
        return worth.map(amount -> amount.multiply(FITTING_PART))
                .map(least -> Stream.concat(Stream.of(price), charges.stream())
                        .anyMatch(charge -> charge.compareTo(least) >= 0))
                .orElse(!charges.isEmpty());
    }

    /** Empty for credits without a published worth: nobody can say what they cost. */
    private Optional<BigDecimal> highestInMoney(Optional<BigDecimal> worth) {
        Optional<BigDecimal> ofOneUnit = draft.tree().child("unit").decimal("worth");
        Optional<BigDecimal> inUnits = worth.map(amount -> ofOneUnit
                .filter(each -> each.signum() > 0)
                .map(each -> amount.divide(each, 6, RoundingMode.HALF_UP))
                .orElse(amount));
        Optional<BigDecimal> highest = HighestPrice.of(outcome.child("price"), inUnits);
        return currency()
                .flatMap(
                        _ -> highest.map(price -> ofOneUnit.map(price::multiply).orElse(price)));
    }

    private Optional<String> currency() {
        return draft.tree()
                .child("unit")
                .text("currency")
                .or(() -> draft.tree().text("unit"))
                .filter(code -> code.length() == 3);
    }

    private String money(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale())).toPlainString() + " "
                + currency().orElse("");
    }

    private void warn(String code, String pointer, String message) {
        warnings.add(draft.fault(code, pointer, message));
    }
}
