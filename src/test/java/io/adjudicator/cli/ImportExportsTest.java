package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code import intercom} and {@code import agentmeasure} make of a row. */
class ImportExportsTest {

    private static final String HEADER = "conversation_id,opened_at,closed_at,human_agent_participated,issue_addressed,"
            + "customer_recontacted_within_window,vendor_billed\n";
    private static final String TIMES = "2026-07-06T08:00:00Z,2026-07-06T08:10:00Z,";

    @TempDir
    private Path folder;

    @Test
    void eachImportSaysWhoseClaimsTheseAreWhereNothingIsTyped() {
        assertThat(CliRun.of(new ImportIntercomCommand(), "--help").out())
                .contains("(default: conversation-desk)", "(default: intercom)");
        assertThat(CliRun.of(new ImportAgentMeasureCommand(), "--help").out())
                .contains("(default: effect-desk)", "(default: agentmeasure)");
        assertThat(CliRun.importServiceNow("--help").out())
                .contains("(default: incident-desk)", "(default: servicenow)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            no,yes,no,yes   | "human_participated":false,"handoff":false,"issue_addressed":true,"recontacted":false,"reopened":false
            yes,no,yes,no   | "human_participated":true,"handoff":true,"issue_addressed":false,"recontacted":true,"reopened":true
            ,yes,,yes       | "issue_addressed":true
            ,,,             | -
            true,false,,    | "human_participated":true,"handoff":true,"issue_addressed":false
            """, quoteCharacter = '`')
    void knowsWhatACellSaysAndNothingOfAnEmptyOne(String cells, String facts) throws IOException {
        CliRun run = conversations("K-1," + TIMES + cells + "\n");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("""
                {"type":"claim","source":"intercom","id":"K-1","customer":"conversation-desk","session":"K-1",\
                "outcomeType":"support-resolution","occurredAt":"2026-07-06T08:10:00Z",\
                "sessionStartedAt":"2026-07-06T08:00:00Z","account":"unknown","channel":"unknown",\
                "workflowType":"unknown","facts":{%s}}
                """.formatted(facts == null ? "" : facts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            K-1,2026-07-06T08:00:00Z,,no,yes,no,yes            | expected a time such as 2026-08-01T09:00:00Z in closed_at
            ,2026-07-06T08:00:00Z,2026-07-06T08:10:00Z,no,yes,no,yes | expected conversation_id, but it is empty
            K-1,2026-07-06T08:00:00Z,2026-07-06T08:10:00Z,perhaps,yes,no,yes | expected yes, no or nothing in human_agent_participated
            K-1,2026-07-06T08:00:00Z,2026-07-06T08:10:00Z,no,yes,no,1 | expected yes, no or nothing in vendor_billed
            K-1,2026-07-06T08:00:00Z,2026-07-06T08:10:00Z,no,yes,no | expected as many cells as in the first line
            """, quoteCharacter = '`')
    void leavesOutARowThatItCannotRead(String row, String reason) throws IOException {
        CliRun run = conversations(row + "\nK-2," + TIMES + "no,yes,no,yes\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 2: " + reason).contains("1 records, 1 faults");
        assertThat(run.out()).contains("\"id\":\"K-2\"");
    }

    @Test
    void takesARowThatIsThereTwiceForOneAndRefusesAnotherOne() throws IOException {
        CliRun run = conversations(
                "K-1," + TIMES + "no,yes,no,yes\nK-1," + TIMES + "no,yes,no,yes\nK-1," + TIMES + "no,yes,no,no\n");
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err())
                .contains("line 4: expected each conversation once")
                .contains("1 records, 1 faults");
    }

    @Test
    void saysWhichColumnsAreMissing() throws IOException {
        CliRun run = run(new ImportIntercomCommand(), "id,opened_at\nK-1,2026-07-06T08:00:00Z\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("its first line lacks").contains("vendor_billed");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            resolved,         affected_party, confirmed, affected_party, 2026-07-09T12:00:00Z
            resolved,         -,              confirmed, self_attested,  2026-07-09T12:00:00Z
            assumed_resolved, self_attested,  -,         -,              -
            escalated,        affected_party, handoff,   affected_party, 2026-07-06T12:00:00Z
            abandoned,        self_attested,  abandoned, self_attested,  2026-07-06T12:00:00Z
            """)
    void makesAClaimOfAnEffectAndEvidenceOfWhatTheObserverSaw(
            String outcome, String grade, String kind, String evidenceGrade, String at) throws IOException {
        CliRun run = effects(effect("E-1", outcome, grade, ""));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("{\"type\":\"claim\"")))
                .singleElement()
                .asString()
                .contains("\"id\":\"E-1\"", "\"session\":\"T-1\"", "\"occurredAt\":\"2026-07-06T12:00:00Z\"");
        assertThat(run.out().lines().filter(line -> line.startsWith("{\"type\":\"evidence\"")))
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "\"claim\":{\"source\":\"agentmeasure\",\"id\":\"E-1\"}",
                                "\"kind\":\"" + kind + "\"",
                                "\"grade\":\"" + evidenceGrade + "\"",
                                "\"occurredAt\":\"" + at + "\""))
                .hasSize(kind == null ? 0 : 1);
    }

    /** The reopening names another operation; it still speaks of the session of what it takes back. */
    @Test
    void bringsAReopeningToTheEffectThatItTakesBack() throws IOException {
        CliRun run = effects(effect("E-1", "resolved", "affected_party", "")
                + effect("E-2", "reopened", "affected_party", ",\"reversal_of\":\"E-1\"")
                        .replace("T-1", "T-2"));
        assertThat(run.out().lines().filter(line -> line.contains("\"kind\":\"reopened\"")))
                .singleElement()
                .asString()
                .contains("\"session\":\"T-1\"", "\"claim\":{\"source\":\"agentmeasure\",\"id\":\"E-1\"}");
        assertThat(run.out().lines()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"effect_id":"E-1"                                                               | expected a JSON object
            {"effect_id":"E-1","confirmed_at":"2026-07-09T12:00:00Z"}                        | /outcome_class: expected text, but got nothing
            {"effect_id":"E-1","outcome_class":"splendid","confirmed_at":"2026-07-09T12:00:00Z"} | expected a registered outcome class, but got "splendid"
            {"effect_id":"E-1","outcome_class":"reopened","confirmed_at":"2026-07-09T12:00:00Z"} | expected reversal_of to name an effect of this file
            {"effect_id":"E-1","outcome_class":"resolved","confirmed_at":"2026-07-09T12:00:00Z","timestamps":{"created":"x"}} | /timestamps/created: expected a time
            """, quoteCharacter = '`')
    void leavesOutARecordThatItCannotRead(String record, String reason) throws IOException {
        CliRun run = effects(record + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 1: ").contains(reason);
        assertThat(run.out()).isEmpty();
    }

    private static String effect(String id, String outcome, String grade, String more) {
        return "{\"effect_id\":\"" + id + "\",\"operation_id\":\"T-1\",\"outcome_class\":\"" + outcome + "\""
                + (grade == null ? "" : ",\"observer_grade\":\"" + grade + "\"")
                + ",\"confirmed_at\":\"2026-07-09T12:00:00Z\",\"timestamps\":{\"created\":\"2026-07-06T09:00:00Z\","
                + "\"last_interaction\":\"2026-07-06T12:00:00Z\"}" + more + "}\n";
    }

    private CliRun conversations(String rows) throws IOException {
        return run(new ImportIntercomCommand(), HEADER + rows);
    }

    private CliRun effects(String records) throws IOException {
        return run(new ImportAgentMeasureCommand(), records);
    }

    private CliRun run(Object command, String text) throws IOException {
        return CliRun.of(
                command, Files.writeString(folder.resolve("export"), text).toString());
    }
}
