package io.adjudicator.dealdesk;

import static io.adjudicator.contract.Folders.PLAIN;
import static io.adjudicator.contract.Folders.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.adjudicator.contract.Folders;
import io.adjudicator.dealdesk.CheckReport.LeftOpen;
import io.adjudicator.kernel.Fault;
import io.adjudicator.lint.OpenDecision;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCheckTest {

    private static final RuleSets RULE_SETS = new RuleSets();

    @TempDir
    private Path customers;

    @Test
    void namesTheCaseWhatWasExpectedWhatCameOutAndWhy() {
        CheckReport report = check("""
                cases:
                  - name: a short request is complex
                    claim: {turns: 4, actions: 0, topic: delivery}
                    expect: {verdict: billable, tier: complex, price: 2.49}
                """);

        assertThat(report.cases()).isEqualTo(1);
        Fault fault = report.faults().getFirst();
        assertThat(fault.code()).isEqualTo("case_failed");
        assertThat(fault.at()).isEqualTo("acme/cases.yaml:4");
        assertThat(fault.message())
                .contains("a short request is complex")
                .contains("expected BILLABLE as complex for 2.49")
                .contains("but got BILLABLE as simple for 0.99 USD")
                .contains("T-2 (OF 4.1) TIER")
                .contains("turns=4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            turns: 4                                      | verdict: unprovable, missing: [actions, topic] | ''
            turns: 4                                      | verdict: unprovable, missing: [topic]          | case_failed
            turns: 4, actions: 0, topic: fraud            | verdict: not_billable, reason: fraud_topics_are_free | ''
            turns: 4, actions: 0, topic: fraud            | verdict: not_billable, reason: other           | case_failed
            turns: 4, actions: 0, topic: fraud            | verdict: billable                              | case_failed
            turns: 4, actions: 0, topic: x                | verdict: billable, price: 0.990                | ''
            turns: 4, actions: 0, topic: x                | verdict: billable, price: 0.98                 | case_failed
            turns: 9, actions: 0, topic: x                | verdict: billable, tier: blended, price: 1.44  | ''
            truns: 4                                      | verdict: billable                              | unknown_fact
            turns: four                                   | verdict: billable                              | wrong_type
            turns: 4.5                                    | verdict: billable                              | wrong_type
            occurred_at: 2026-07-01                       | verdict: billable                              | bad_value
            occurred_at: "2025-12-31T00:00:00Z"           | verdict: billable                              | bad_value
            outcome_type: qualified-lead                  | verdict: billable                              | unknown_outcome_type
            turns: 4                                      | verdict: maybe                                 | bad_value
            turns: 4                                      | price: 0.99                                    | missing_field
            turns: 4                                      | verdict: billable, verdict: billable           | duplicate_key
            """)
    void comparesAndRefusesCases(String claim, String expected, String code) {
        CheckReport report = check("""
                cases:
                  - name: the case
                    claim: {%s}
                    expect: {%s}
                """.formatted(claim, expected));

        assertThat(report.faults()).extracting(Fault::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void refusesCasesOfVersionsAndEvidenceThatDoNotExist() {
        CheckReport report = check("""
                cases:
                  - name: the seventh version
                    version: 7
                    expect: {verdict: billable}
                  - name: an unknown observation
                    evidence: [{kind: applauded}]
                    expect: {verdict: billable}
                """);

        assertThat(report.faults())
                .extracting(Fault::code, Fault::at)
                .containsExactly(
                        tuple("unknown_version", "acme/cases.yaml:3"), tuple("unknown_evidence", "acme/cases.yaml:6"));
    }

    @Test
    void triesACaseUnderTheVersionThatItNames() {
        Folders.write(
                customers, "acme", "v2.yaml", version(2, "{from: 2027-01-01}").replace("simple: 0.99", "simple: 1.99"));
        CheckReport report = check("""
                cases:
                  - name: the old price
                    version: 1
                    claim: {turns: 4, actions: 0, topic: x}
                    expect: {verdict: billable, price: 0.99}
                  - name: the new price
                    claim: {turns: 4, actions: 0, topic: x}
                    expect: {verdict: billable, price: 1.99}
                """);

        assertThat(report.faults()).isEmpty();
        assertThat(report.cases()).isEqualTo(2);
    }

    @Test
    void warnsOfRulesThatNoCaseShows() {
        CheckReport report = check("""
                cases:
                  - name: a short request
                    claim: {turns: 4, actions: 0, topic: x}
                    expect: {verdict: billable}
                """);

        assertThat(report.warnings())
                .extracting(Fault::message)
                .contains("no agreed case lets rule X-1 fire", "no agreed case keeps rule C-1 silent")
                .doesNotContain("no agreed case lets rule C-1 fire");
    }

    @Test
    void warnsOfAContractWithoutCases() {
        Folders.write(customers, "acme", "v1.yaml", PLAIN);

        CheckReport report = new ContractCheck(RULE_SETS)
                .check(List.of(customers.resolve("acme")))
                .getFirst();

        assertThat(report.faults()).isEmpty();
        assertThat(report.warnings()).extracting(Fault::code).containsExactly("case_missing", "rows_overlap");
    }

    @Test
    void takesAnOverlapForMeantWhereAnAgreedCaseShowsWhichRowDecides() {
        String both = """
                cases:
                  - name: two actions are complex, however short it was
                    claim: {turns: %d, actions: 2, topic: x}
                    expect: {verdict: billable, tier: complex}
                """;

        assertThat(check(both.formatted(6)).warnings()).extracting(Fault::code).doesNotContain("rows_overlap");
        assertThat(check(both.formatted(6)).notes())
                .extracting(Fault::message)
                .contains(
                        "OF 4.1: T-1 (complex) and T-2 (simple) both fit {actions: 2, turns: 0, topic: \"other\"}; T-1 comes"
                                + " first and decides, as the agreed case \"two actions are complex, however short it was\" shows");
        assertThat(check(both.formatted(7)).warnings()).extracting(Fault::code).contains("rows_overlap");
    }

    @Test
    void listsForEachVersionTheDecisionsThatItLeavesOpen() {
        Folders.write(
                customers,
                "acme",
                "v2.yaml",
                version(2, "{from: 2027-01-01}") + "maximum: {clause: OF 9, amount: 500}\n");
        CheckReport report =
                check("cases: [{name: a, claim: {turns: 4, actions: 0, topic: x}, expect: {verdict: billable}}]");

        assertThat(report.leftOpen()).extracting(LeftOpen::version).containsExactly(1, 2);
        assertThat(report.leftOpen().getFirst().decisions())
                .extracting(OpenDecision::number)
                .containsExactly(7, 8, 9, 10);
        assertThat(report.leftOpen().getLast().decisions())
                .extracting(OpenDecision::number)
                .containsExactly(7, 8, 9);
    }

    private CheckReport check(String cases) {
        Folders.write(customers, "acme", "v1.yaml", PLAIN);
        Path dir = Folders.write(customers, "acme", "cases.yaml", cases);
        return new ContractCheck(RULE_SETS).check(List.of(dir)).getFirst();
    }
}
