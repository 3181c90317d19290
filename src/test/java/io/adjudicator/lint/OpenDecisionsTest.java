package io.adjudicator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.Folders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenDecisionsTest {

    private static final String COMMERCIAL = """
            structure: {kind: pure, clause: OF 2}
            onboarding: {model: free_training, clause: OF 8, billing_starts: 2026-02-01}
            maximum: {clause: OF 6, amount: 10000}
            """;

    private static final String VALUE = """
                value: {kind: labor_savings, anchor: {what: avoided_cost, amount: 5.00}}
            """;

    private static final String CLOSED = Folders.plainWith("    session:", VALUE + "    session:") + COMMERCIAL;

    @TempDir
    private Path customers;

    @Test
    void areNoneOfAContractThatTakesAllTwelve() {
        assertThat(open(CLOSED)).isEmpty();
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            result: a resolved request   | result: an AI reply             | 1 outcome (outcomes.*.definition.result), 2 unit (outcomes.*.definition.result)
            kind: pure                   | kind: enterprise                | ''
            ends_after: PT2H,            |                                 | 5 timing rules (outcomes.*.session.ends_after)
            ends_after: PT2H, bill: once_per_session | bill: every_claim   | ''
            unit: USD                    | unit: {credits: acme-credit, worth: 0.01, currency: USD, clause: OF 4} | ''
            onboarding: {model: free_training, clause: OF 8, billing_starts: 2026-02-01} | # none | 7 onboarding (onboarding)
            model: free_training, clause: OF 8, billing_starts: 2026-02-01 | model: capped_pilot, clause: OF 8, free_outcomes: 9, converts: automatically | ''
            model: free_training, clause: OF 8, billing_starts: 2026-02-01 | model: capped_pilot, clause: OF 8, free_outcomes: 9 | 7 onboarding (onboarding.converts)
            model: free_training, clause: OF 8 | model: enterprise, clause: OF 8 | 7 onboarding (fees, minimum, credits)
            structure: {kind: pure, clause: OF 2} | # none                 | 8 structure (structure)
            value: {kind: labor_savings, anchor: {what: avoided_cost, amount: 5.00}} | # none | 9 value anchor (outcomes.*.value)
            maximum: {clause: OF 6, amount: 10000} | # none                | 10 spend controls (maximum)
            dispute_process: a review (OF 7) | dispute_process: not agreed | 11 auditability (outcomes.*.definition.dispute_process)
            system_of_record: the help desk | system_of_record: unknown   | 11 auditability (outcomes.*.definition.system_of_record)
            minimum_grade: affected_party | minimum_grade: self_attested   | 12 dispute risk (outcomes.*.verification.minimum_grade, outcomes.*.window.silence, outcomes.*.reviews)
            length: PT72H                | length: PT0S                    | 12 dispute risk (outcomes.*.verification.minimum_grade, outcomes.*.window.silence, outcomes.*.reviews)
            """)
    void areNamedWithTheirKeys(String part, String instead, String open) {
        String contract = Folders.with(CLOSED, part, instead == null ? "" : instead);

        assertThat(String.join(", ", open(contract))).isEqualTo(open);
    }

    @Test
    void wantToKnowWhatACreditIsWorth() {
        String credits = CLOSED.replace("unit: USD", "unit: acme-credit").replaceAll("maximum:.*", "");

        assertThat(open(credits))
                .containsExactly("6 currency or credits (unit.worth, unit.currency)", "10 spend controls (maximum)");
    }

    @Test
    void areClosedByAPersonWhoLooks() {
        String own = CLOSED.replace("minimum_grade: affected_party", "minimum_grade: self_attested")
                .replace("    tiers:", """
                        reviews: [{id: R-1, clause: OF 5, when: {amount_at_stake: "> 500"}, why: large_amount}]
                        tiers:""".indent(4).stripTrailing());

        assertThat(open(own)).isEmpty();
    }

    @Test
    void wantOneMeaningOfSuccessMoreOfAnEnterprise() {
        String enterprise = CLOSED.replace("kind: pure", "kind: enterprise")
                .replaceAll(" {4}criteria:\\n.*\\n {4}exclusions:\\n.*\\n", "");

        assertThat(open(enterprise)).containsExactly("3 success criteria (outcomes.*.criteria, outcomes.*.exclusions)");
    }

    /** Own rows that take the places of B-3 and B-4, the base rules on people who take over. */
    @Test
    void wantForgivenessOfWhatBaseRulesNoLongerForgive() {
        String replaced = Folders.with(CLOSED, "    tiers:", """
                      - {id: B-3, clause: OF 3, when: {topic: '"x"'}, reason: topic_x}
                      - {id: B-4, clause: OF 3, when: {topic: '"y"'}, reason: topic_y}
                    tiers:
                """.stripTrailing());

        assertThat(open(replaced)).containsExactly("4 failure forgiveness (outcomes.*.exclusions)");
        assertThat(open(Folders.with(CLOSED, "    criteria:", """
                    waived:
                      - {rule: B-3, clause: OF 3, reason: handoffs are paid outcomes}
                      - {rule: B-4, clause: OF 3, reason: handoffs are paid outcomes}
                    criteria:
                """.stripTrailing())))
                .as("a waiver is a decision too")
                .isEmpty();
    }

    @Test
    void nameTheOutcomeTypeWhereAnotherOneIsClosed() {
        String outcome = CLOSED.substring(CLOSED.indexOf("  support-resolution:"), CLOSED.indexOf("structure:"));
        String two = CLOSED.replace(
                "structure:",
                outcome.replace("support-resolution", "own-outcome").replace(VALUE, "") + "structure:");

        assertThat(open(two)).containsExactly("9 value anchor (outcomes.own-outcome.value)");
    }

    private List<String> open(String contract) {
        return ContractLint.leavesOpen(Drafts.draft(customers, contract)).stream()
                .map(OpenDecision::toString)
                .toList();
    }
}
