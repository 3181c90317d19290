package io.adjudicator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.Folders;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weak and better units by the guide's second decision. */
class UnitLintTest {

    @TempDir
    private Path customers;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            support-resolution  | an AI response                          | a verified resolved conversation
            support-resolution  | an AI reply                             | a verified resolved conversation
            support-resolution  | a message sent by the agent             | a verified resolved conversation
            support-resolution  | an API call                             | a verified resolved conversation
            support-resolution  | a conversation that was started         | a verified resolved conversation
            support-resolution  | a resolved conversation                 | none
            support-resolution  | a reply that the customer confirmed     | none
            support-resolution  | a closed service request                | none
            support-resolution  | an incident in state Resolved           | none
            support-resolution  | an unresolved reply                     | a verified resolved conversation
            completed-screening | a candidate contacted                   | a completed screening or scorecard
            completed-screening | a completed screening                   | none
            qualified-lead      | a contact enrolled in a sequence        | a qualified lead recommended to sales
            qualified-lead      | a lead recommended for outreach         | none
            saved-cancellation  | a cancellation flow started             | a membership saved or a plan changed
            saved-cancellation  | a membership saved                      | none
            governed-decision   | a policy check executed                 | a governed decision with audit evidence
            governed-decision   | a governed decision with audit evidence | none
            document-run        | a completed document run                | none
            document-run        | a thousand tokens                       | the result that the customer buys it for
            conversation        | a conversation with the agent           | a verified resolved conversation
            workflow-execution  | an executed module                      | the result that the customer buys it for
            workflow-execution  | a claim that was paid                   | none
            api-call            | an answer in JSON                       | the result that the customer buys it for
            """)
    void knowsActivityFromResults(String type, String result, String better) {
        String contract = Folders.plainWith("support-resolution:", type + ":")
                .replace("result: a resolved request", "result: " + result);
        Remarks remarks = Drafts.remarks(customers, contract);

        assertThat(remarks.warnings().stream()
                        .filter(fault -> fault.code().equals("unit_is_consumption"))
                        .map(fault -> fault.message().replaceAll(".*better would be ", "")))
                .isEqualTo(better.equals("none") ? java.util.List.of() : java.util.List.of(better));
    }

    @Test
    void fillsTheBlankOfTheGuidesSentence() {
        Remarks remarks = Drafts.remarks(customers, Folders.plainWith("a resolved request", "an AI reply"));

        assertThat(remarks.warnings().getLast().message())
                .isEqualTo(
                        "OF 3: the unit looks like consumption: \"The customer only pays when an AI reply is successfully"
                                + " completed\" speaks of what the product does, not of a result that the customer recognizes; better"
                                + " would be a verified resolved conversation");
        assertThat(Drafts.places(remarks.warnings())).last().isEqualTo("11 unit_is_consumption");
        assertThat(remarks.leavesOpen()).extracting(OpenDecision::number).startsWith(1, 2);
    }

    @Test
    void readsTheActionOnlyWhereTheResultRepeatsIt() {
        String repeated = Folders.plainWith("action: an answer", "action: an answer by API call")
                .replace("result: a resolved request", "result: an answer");

        assertThat(Drafts.places(Drafts.remarks(customers, repeated).warnings()))
                .contains("11 unit_is_consumption");
    }

    @Test
    void takesAMeterForAnHonestOfferWhereTheCustomerCouldChoose() {
        Remarks remarks = Drafts.remarks(
                customers,
                Folders.plainWith("support-resolution:", "conversation:")
                                .replace("a resolved request", "a conversation held")
                        + "structure: {kind: dual_choice, clause: OF 2, billed: conversation}\n");

        assertThat(Drafts.places(remarks.notes())).contains("11 unit_is_consumption");
        assertThat(Drafts.places(remarks.warnings())).doesNotContain("11 unit_is_consumption");
        assertThat(remarks.leavesOpen()).extracting(OpenDecision::number).doesNotContain(1, 2, 8);
    }
}
