package io.adjudicator.dealdesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.CustomerDirs;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of customer-overrides: no fault, and for every rule of its own a case that fires and one that is silent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerOverridesTest {

    private List<CheckReport> reports = List.of();

    @BeforeAll
    void check() {
        reports = new ContractCheck(new RuleSets()).check(CustomerDirs.in(Path.of("customer-overrides")));
    }

    List<CheckReport> reports() {
        return reports;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void decidesEveryAgreedCaseAsAgreed(CheckReport report) {
        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void hasAFiringAndASilentCaseForEveryRuleOfItsOwn(CheckReport report) {
        assertThat(report.warnings())
                .filteredOn(warning -> warning.code().equals("case_missing"))
                .isEmpty();
    }

    @Test
    void showsTheKindsOfContractThatAreSold() {
        assertThat(reports)
                .extracting(CheckReport::customer)
                .contains(
                        "fabrikam",
                        "northwind",
                        "contoso",
                        "litware",
                        "tailspin",
                        "incident-desk",
                        "incident-desk-strict",
                        "conversation-desk",
                        "effect-desk",
                        "effect-desk-strict");
    }
}
