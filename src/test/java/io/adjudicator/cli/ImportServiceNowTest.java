package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportServiceNowTest {

    private static final String HEADER =
            "number,incident_state,reassignment_count,reopen_count,sys_mod_count,caller_id,opened_at,"
                    + "sys_updated_at,contact_type,location,category,subcategory,impact,urgency,priority,knowledge,resolved_at,closed_at";

    @TempDir
    private Path folder;

    @Test
    void takesEachEntryIntoResolvedForAClaimAndTheReopeningForEvidence() throws IOException {
        CliRun run = imported(
                row("7", "New", 0, 0, 0, "1/7/2026 8:00"),
                row("7", "Resolved", 0, 0, 1, "1/7/2026 9:00"),
                row("7", "Resolved", 0, 0, 2, "1/7/2026 9:30"),
                row("7", "Active", 1, 1, 3, "2/7/2026 10:00"),
                row("7", "Awaiting User Info", 1, 1, 4, "2/7/2026 11:00"),
                row("7", "Awaiting User Info", 1, 1, 5, "2/7/2026 12:00"),
                row("7", "Resolved", 1, 1, 6, "3/7/2026 9:00"),
                row("7", "Closed", 1, 1, 7, "8/7/2026 9:00"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).containsExactly("""
                {"type":"claim","source":"servicenow","id":"7-1","customer":"incident-desk","session":"7",\
                "outcomeType":"support-resolution","occurredAt":"2026-07-01T09:00:00Z","sessionStartedAt":"2026-07-01T07:50:00Z",\
                "account":"143","channel":"Phone","workflowType":"53","facts":{"handoff":false,"reassignments":0,\
                "info_requests":0,"prior_reopens":0,"category":"53","impact":"2","urgency":"2","priority":"3",\
                "knowledge_used":true}}""", """
                {"type":"evidence","source":"servicenow","id":"7-1-reopened","customer":"incident-desk","session":"7",\
                "claim":{"source":"servicenow","id":"7-1"},"kind":"reopened","grade":"third_party_corroborated",\
                "occurredAt":"2026-07-02T10:00:00Z"}""", """
                {"type":"claim","source":"servicenow","id":"7-2","customer":"incident-desk","session":"7",\
                "outcomeType":"support-resolution","occurredAt":"2026-07-03T09:00:00Z","sessionStartedAt":"2026-07-01T07:50:00Z",\
                "account":"143","channel":"Phone","workflowType":"53","facts":{"handoff":true,"reassignments":1,\
                "info_requests":1,"prior_reopens":1,"category":"53","impact":"2","urgency":"2","priority":"3",\
                "knowledge_used":true}}""");
    }

    @Test
    void seesAReopeningThatOnlyTheCountTells() throws IOException {
        CliRun run = imported(
                row("7", "Resolved", 0, 0, 0, "1/7/2026 9:00"),
                row("7", "Closed", 0, 0, 1, "6/7/2026 9:00"),
                row("7", "Closed", 0, 1, 2, "7/7/2026 9:00"));
        assertThat(run.out().lines().skip(1)).singleElement().asString().contains("2026-07-07T09:00:00Z");
    }

    @Test
    void takesClosingForNoReopening() throws IOException {
        CliRun run =
                imported(row("7", "Resolved", 0, 0, 0, "1/7/2026 9:00"), row("7", "Closed", 0, 0, 1, "6/7/2026 9:00"));
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void writesInEventTimeWhateverTheOrderOfRows() throws IOException {
        String[] rows = {
            row("7", "New", 0, 0, 0, "1/7/2026 8:00"),
            row("7", "Resolved", 0, 0, 1, "3/7/2026 9:00"),
            row("8", "Resolved", 0, 0, 0, "2/7/2026 9:00"),
            row("8", "Active", 0, 1, 1, "4/7/2026 9:00")
        };
        CliRun inOrder = imported(rows);
        CliRun backwards = imported(rows[3], rows[1], rows[2], rows[0]);
        assertThat(backwards.out()).isEqualTo(inOrder.out());
        assertThat(inOrder.out().lines().map(line -> line.replaceAll(".*\"id\":\"([^\"]*)\",\"customer.*", "$1")))
                .containsExactly("8-1", "7-1", "8-1-reopened");
    }

    @Test
    void leavesAnIncidentOutIfARowOfItCannotBeRead() throws IOException {
        CliRun run = imported(
                row("7", "Resolved", 0, 0, 0, "1/7/2026 9:00"),
                row("7", "Active", 0, 1, 1, "31/6/2026 9:00"),
                row("8", "Resolved", 0, 0, 0, "2/7/2026 9:00"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "line 3: expected a time such as 29/2/2016 07:10 in sys_updated_at, but got \"31/6/2026 9:00\"")
                .contains("incident 7 is left out")
                .contains("1 claims, 0 reopenings, 1 faults");
        assertThat(run.out().lines()).singleElement().asString().contains("\"id\":\"8-1\"");
    }

    @Test
    void takesARowThatIsThereTwiceForOneAndOrdersChangesOfOneCountByTime() throws IOException {
        CliRun run = imported(
                row("7", "Active", 1, 0, 2, "2/7/2026 9:00"),
                row("7", "Resolved", 1, 0, 2, "3/7/2026 9:00"),
                row("7", "Resolved", 1, 0, 2, "3/7/2026 9:00"),
                row("7", "Resolved", 0, 0, 2, "1/7/2026 9:00"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).contains("\"id\":\"7-1-reopened\"").contains("2026-07-02T09:00:00Z");
    }

    @Test
    void leavesOutWhatTheLogDoesNotKnow() throws IOException {
        CliRun run = imported("7,Resolved,0,0,0,2838,1/7/2026 7:50,1/7/2026 9:00,?,?,?,?,?,?,?,?,1/1/2027 9:00,?");
        assertThat(run.out())
                .contains("\"account\":\"2838\",\"channel\":\"unknown\",\"workflowType\":\"unknown\",\"facts\":"
                        + "{\"handoff\":false,\"reassignments\":0,\"info_requests\":0,\"prior_reopens\":0}");
    }

    @Test
    void readsGzippedLogsWithByteOrderMark() throws IOException {
        Path file = folder.resolve("log");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("\uFEFF" + HEADER + "\r\n" + row("7", "Resolved", 0, 0, 0, "1/7/2026 9:00") + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CliRun.importServiceNow(file.toString()).out().lines()).hasSize(1);
    }

    @Test
    void saysWhichColumnsAreMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "number,state\n1,New\n");
        CliRun run = CliRun.importServiceNow(file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("its first line lacks the columns").contains("sys_mod_count");
    }

    private static String row(String number, String state, int reassigned, int reopened, int modified, String at) {
        return String.join(
                ",",
                List.of(
                        number,
                        state,
                        "" + reassigned,
                        "" + reopened,
                        "" + modified,
                        "2838,1/7/2026 7:50",
                        at,
                        "Phone,143,53,?,2,2,3,true,30/7/2026 9:00,30/7/2026 9:00"));
    }

    private CliRun imported(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        return CliRun.importServiceNow(file.toString());
    }
}
