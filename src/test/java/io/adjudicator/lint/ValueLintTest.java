package io.adjudicator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.Folders;
import io.adjudicator.kernel.Fault;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueLintTest {

    @TempDir
    private Path customers;

    /** Expected by hand from docs/contract-check.md, "Price and value". */
    @ParameterizedTest(name = "{0} at {1}, worth {2} {3} {4}: {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # type              | price                                           | kind               | anchor           | worth   | warnings
            support-resolution  | 2.50                                            | labor_savings      | avoided_cost     | 5.00    | ''
            support-resolution  | 2.51                                            | labor_savings      | avoided_cost     | 5.00    | price_above_value
            support-resolution  | 0.99                                            | labor_savings      | avoided_cost     | 5.00    | ''
            support-resolution  | {graduated: [{up_to: 50, price: 3.00}, {price: 1.00}]} | labor_savings | avoided_cost   | 5.00    | price_above_value
            support-resolution  | {volume: [{up_to: 50, price: 2.50}, {price: 1.00}]}    | labor_savings | avoided_cost   | 5.00    | ''
            support-resolution  | {package: {size: 100, price: 250.00}}           | labor_savings      | avoided_cost     | 5.00    | ''
            support-resolution  | {package: {size: 100, price: 251.00}}           | labor_savings      | avoided_cost     | 5.00    | price_above_value
            support-resolution  | {committed: {outcomes: 9, price: 1.50, overage: 2.60}} | labor_savings | avoided_cost   | 5.00    | price_above_value
            support-resolution  | {included: 30, price: 2.49}                     | labor_savings      | avoided_cost     | 5.00    | ''
            saved-cancellation  | 2.00                                            | -                  | -                | -       | priced_like_support
            saved-cancellation  | 2.01                                            | -                  | -                | -       | ''
            saved-cancellation  | 2.00                                            | revenue_generation | recovered_amount | 240.00  | priced_like_support
            saved-cancellation  | 2.00                                            | revenue_generation | recovered_amount | 40.00   | ''
            governed-decision   | 1.00                                            | risk_avoidance     | avoided_penalty  | 50000   | priced_like_support
            recovered-revenue   | {share: {of: amount_at_stake, rate: 0.05}}      | revenue_generation | recovered_amount | 20.00   | ''
            recovered-revenue   | {share: {of: amount_at_stake, rate: 0.04}}      | revenue_generation | recovered_amount | 20.00   | priced_like_support
            recovered-revenue   | {share: {of: amount_at_stake, rate: 0.05, ceiling: 1.00}} | revenue_generation | recovered_amount | 400.00 | priced_like_support
            recovered-revenue   | {share: {of: amount_at_stake, rate: 0.05, floor: 30.00}}  | revenue_generation | recovered_amount | 20.00  | price_above_value
            recovered-revenue   | {share: {of: amount_at_stake, rate: 0.05}}      | -                  | -                | -       | ''
            qualified-lead      | 1.00                                            | -                  | -                | -       | ''
            """)
    void weighsThePriceAgainstTheValue(
            String type, String price, String kind, String anchor, String worth, String warnings) {
        assertThat(Drafts.remarks(customers, contract(type, price, kind, anchor, worth))
                        .warnings())
                .extracting(Fault::code)
                .isEqualTo(warnings.isEmpty() ? java.util.List.of() : Arrays.asList(warnings.split(" ", -1)));
    }

    @Test
    void countsCreditsByTheirPublishedWorth() {
        String credits = contract("support-resolution", "50", "labor_savings", "avoided_cost", "0.99")
                .replace("unit: USD", "unit: {credits: acme-credit, worth: 0.01, currency: USD, clause: OF 4}");

        assertThat(Drafts.remarks(customers, credits).warnings())
                .extracting(Fault::message)
                .containsExactly(
                        "OF 4: the highest price, 0.50 USD, is above half of what an outcome is worth to the customer"
                                + " (0.99 USD); the customer keeps too little of it");
        assertThat(Drafts.remarks(customers, credits.replaceAll("unit: .*\\n", "unit: acme-credit\n"))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest(name = "a fee of {0} beside it: {1}")
    @CsvSource(textBlock = """
            12.00, 0
            11.99, 1
            """)
    void letsAFeeCarryTheValue(String fee, int warnings) {
        String contract = contract("saved-cancellation", "0.99", "revenue_generation", "recovered_amount", "240")
                + "fees: [{id: platform, clause: OF 4, name: Platform fee, amount: " + fee + ", every: month}]\n";

        assertThat(Drafts.remarks(customers, contract).warnings()).hasSize(warnings);
    }

    @Test
    void saysWhatASavedCancellationIsPricedLike() {
        assertThat(Drafts.remarks(
                                customers,
                                contract("saved-cancellation", "0.99", "revenue_generation", "recovered_amount", "240"))
                        .warnings())
                .extracting(Fault::message)
                .containsExactly(
                        "OF 4: a saved-cancellation for at most 0.99 USD is priced like a deflected support question,"
                                + " although it is worth 240.00 USD; its value supports another price");
    }

    private static String contract(String type, String price, String kind, String anchor, String worth) {
        String plain = Folders.PLAIN;
        String value = kind == null
                ? ""
                : "    value: {kind: %s, anchor: {what: %s, amount: %s}}\n".formatted(kind, anchor, worth);
        return plain.substring(0, plain.indexOf("    tiers:")).replace("support-resolution:", type + ":") + value
                + "    price: {clause: OF 4, per_outcome: {simple: " + price + "}}\n";
    }
}
