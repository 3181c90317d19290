package io.adjudicator.contract;

import static io.adjudicator.contract.Folders.plainWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.CommercialTerms.Onboarding;
import io.adjudicator.kernel.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices and commercial terms as a deal desk writes them, and the mistakes it makes. */
class CommercialCheckTest {

    private static final String CREDITS = "unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: OF 4}";

    @TempDir
    private Path dir;

    private ContractFolder read(String text) {
        Folders.write(dir, "acme", "v1.yaml", text);
        return ContractFolder.read(dir.resolve("acme"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            {graduated: [{up_to: 50, price: 1}]}                              | band_gap
            {graduated: [{price: 1}, {price: 2}]}                             | band_unreachable
            {graduated: [{up_to: 50, price: 1}, {up_to: 50, price: 2}, {price: 3}]} | band_overlap
            {graduated: [{up_to: 50, price: 1}, {up_to: 20, price: 2}, {price: 3}]} | band_overlap
            {volume: [{up_to: 50, price: 1}, {price: 2}]}                     | bad_rate
            {volume: [{up_to: 50, price: 1}, {price: 0.1234567}]}             | bad_price
            {included: 30}                                                    | bad_rate
            {price: 0.49}                                                     | bad_rate
            {included: 30, price: 0.49, package: {size: 10, price: 1}}        | bad_rate
            {package: {size: 0, price: 1}}                                    | bad_value
            {package: {size: 10}}                                             | missing_field
            {committed: {outcomes: 5, price: 1.5}}                            | missing_field
            {share: {of: recovered, rate: 0.05}}                              | unknown_fact
            {share: {of: turns, rate: 0.05}}                                  | unknown_fact
            {share: {of: recovered_amount, rate: 5}}                          | bad_value
            {share: {of: recovered_amount, rate: 0.05, floor: 9, ceiling: 1}} | bad_rate
            {flat: 0.99}                                                      | unknown_field
            """)
    void refusesRatesThatCannotBeCharged(String rate, String code) {
        assertThat(read(plainWith("complex: 2.49", "complex: " + rate)).faults())
                .extracting(Fault::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            unit: nw-credit\\nfees: [{id: f, clause: OF 4, name: Platform fee, amount: 5, every: month}] | currency_missing
            unit: {credits: USD, worth: 0.01, currency: USD, clause: OF 4}                               | bad_value
            unit: {credits: nw-credit, worth: 0.01, currency: nw-credit, clause: OF 4}                   | bad_value
            unit: {credits: nw-credit, worth: 0.01}                                                      | missing_field
            unit: USD\\noverage: {clause: OF 4, price: 1}                                                | bad_value
            unit: USD\\nstructure: {kind: dual_choice, clause: OF 2}                                     | missing_field
            unit: USD\\nstructure: {kind: dual_choice, clause: OF 2, billed: conversation}               | bad_value
            unit: USD\\nstructure: {kind: pure, clause: OF 2, billed: support-resolution}                | bad_value
            unit: USD\\nonboarding: {model: free_training, clause: OF 8}                                 | missing_field
            unit: USD\\nonboarding: {model: free_training, clause: OF 8, billing_starts: soon}           | bad_value
            unit: USD\\nonboarding: {model: capped_pilot, clause: OF 8}                                  | missing_field
            unit: USD\\nonboarding: {model: enterprise, clause: OF 8, free_outcomes: 5}                  | bad_value
            unit: USD\\ncredits: [{id: a, clause: OF 5, category: plan, amount: 5, every: month, expires: soon}] | bad_value
            unit: USD\\ncredits: [{id: a, clause: OF 5, category: gift, amount: 5, every: month, expires: never}] | bad_value
            unit: USD\\ncredits: [{id: a, clause: OF 5, category: plan, amount: 5, every: once, expires: never, rollover: {limit: 5}}] | bad_value
            unit: USD\\nfees: [{id: f, clause: OF 4, name: One, amount: 5, every: month}, {id: f, clause: OF 4, name: Two, amount: 5, every: once}] | bad_value
            unit: USD\\nminimum: {clause: OF 6, amount: 5}                                               | missing_field
            unit: USD\\nrounding: upwards                                                                | bad_value
            """)
    void refusesTermsThatWouldHaveNoEffectOrTwo(String unit, String code) {
        assertThat(read(plainWith("unit: USD", unit.replace("\\n", "\n"))).faults())
                .extracting(Fault::code)
                .contains(code);
    }

    @Test
    void readsWhatWasAgreed() {
        CommercialTerms terms = read(plainWith("unit: USD", CREDITS + """

                                        rounding: half_even
                                        structure: {kind: subscription_plus_credits, clause: OF 2}
                                        onboarding: {model: free_training, clause: OF 8, billing_starts: 2026-10-01}
                                        fees: [{id: plan-fee, clause: OF 3, name: Plan, amount: 99.00, every: month}]
                                        credits: [{id: plan, clause: OF 5, category: plan, amount: 1000, every: month, priority: 1, expires: end_of_month, rollover: {limit: 500}}]
                                        overage: {clause: OF 5.2, price: 0.012}
                                        minimum: {clause: OF 6, amount: 500.00, every: year}
                                        maximum: {clause: OF 6.1, amount: 10000.00}"""))
                .drafts()
                .getFirst()
                .version()
                .commercial();

        assertThat(terms.currency()).map(Object::toString).contains("USD");
        assertThat(terms.rounding()).isEqualTo(RoundingMode.HALF_EVEN);
        assertThat(terms.onboarding())
                .contains(new Onboarding.FreeTraining("OF 8", Instant.parse("2026-10-01T04:00:00Z")));
        assertThat(terms.fees()).extracting(CommercialTerms.Fee::name).containsExactly("Plan");
        assertThat(terms.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.expiry()).isEqualTo(new CommercialTerms.Expiry.EndOfMonth());
            assertThat(grant.rolloverLimit()).contains(new BigDecimal("500"));
        });
        assertThat(terms.overage()).contains(new CommercialTerms.Overage("OF 5.2", new BigDecimal("0.012")));
        assertThat(terms.minimum().orElseThrow().every()).isEqualTo(CommercialTerms.Every.YEAR);
        assertThat(terms.maximum().orElseThrow().amount()).isEqualByComparingTo("10000");
    }

    /** A customer that chose to be charged by conversation may choose anew when the term ends, not before. */
    @Test
    void letsTheChoiceBeMadeAnewAtRenewalOnly() {
        String two = """
                structure: {kind: dual_choice, clause: OF 2, billed: support-resolution}
                """;
        Folders.write(dir, "acme", "v1.yaml", plainWith("unit: USD", "unit: USD\n" + two));
        String renewed = Folders.version(2, "{from: 2027-01-01}");
        Folders.write(dir, "acme", "v2.yaml", renewed);
        assertThat(ContractFolder.read(dir.resolve("acme")).faults()).isEmpty();

        Folders.write(
                dir,
                "acme",
                "v2.yaml",
                Folders.version(2, "{from: 2026-06-01}").replace("version: 2", "version: 2\namends: 1"));
        List<Fault> faults = ContractFolder.read(dir.resolve("acme")).faults();
        assertThat(faults).extracting(Fault::code).containsExactly("switched_before_renewal");
        assertThat(Optional.of(faults.getFirst().message())).get().asString().contains("at renewal only");
    }

    /** The unit is on the fifth line. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            unit: USD                                                                    | unit: EUR                                                                    | currency_changed
            unit: USD                                                                    | unit: {credits: eu-credit, worth: 0.01, currency: EUR, clause: OF 4}         | currency_changed
            unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: OF 4}         | unit: EUR                                                                    | currency_changed
            unit: USD                                                                    | unit: USD                                                                    | ``
            unit: USD                                                                    | unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: OF 4}         | ``
            unit: {credits: nw-credit, worth: 0.01, currency: USD, clause: OF 4}         | unit: {credits: eu-credit, worth: 0.05, currency: USD, clause: OF 4}         | ``
            """)
    void refusesAnotherCurrencyThanThatOfTheVersionBefore(String before, String after, String code) {
        Folders.write(dir, "acme", "v1.yaml", plainWith("unit: USD", before));
        Folders.write(
                dir, "acme", "v2.yaml", Folders.with(Folders.version(2, "{from: 2027-01-01}"), "unit: USD", after));

        List<Fault> faults = ContractFolder.read(dir.resolve("acme")).faults();
        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly(code.isEmpty() ? new String[0] : new String[] {code});
        assertThat(faults).allSatisfy(fault -> assertThat(fault.at()).isEqualTo("acme/v2.yaml:5"));
    }
}
