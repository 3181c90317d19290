package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fabrikam is on the plain product terms: 0.99 USD, 72 hours, in force from 2026. */
class AdjudicateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheSameReportWhateverTheOrderOfLines() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("samples", "records.ndjson")));
        CliRun inOrder = adjudicated(lines);
        Collections.shuffle(lines, new Random(20260722));
        assertThat(adjudicated(lines).out()).isEqualTo(inOrder.out());
    }

    @Test
    void rejectsLinesOneByOneWithNumberAndReason() throws IOException {
        CliRun run = adjudicated(List.of(
                claim("a", "2026-07-01T09:00:00Z", "s-1"),
                "{\"type\":\"claim\"",
                claim("b", "2026-07-01T09:00:00", "s-2"),
                "x".repeat(70_000),
                claim("c", "2026-07-01T10:00:00Z", "s-3")));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 2: malformed_json")
                .contains("line 3: time_without_zone at /occurredAt")
                .contains("line 4: line_too_long")
                .contains("5 lines: 2 records accepted, 0 repeats ignored, 3 rejected");
        assertThat(ids(run)).containsExactly("a", "c");
    }

    @Test
    void ignoresARepeatAndReportsOneWithOtherContent() throws IOException {
        CliRun run = adjudicated(List.of(
                claim("a", "2026-07-01T09:00:00Z", "s-1"),
                claim("a", "2026-07-01T09:00:00Z", "s-1"),
                claim("a", "2026-07-02T09:00:00Z", "s-2")));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 3: identity_conflict at /id")
                .contains("1 records accepted, 1 repeats ignored, 1 rejected");
        assertThat(run.out()).contains("2026-07-01T09:00:00Z").doesNotContain("2026-07-02T09:00:00Z,chat");
    }

    @Test
    void takesTheCorrectionOfAClaimThatItRefused() throws IOException {
        CliRun run = adjudicated(
                List.of(claim("a", "2025-12-31T23:59:59Z", "s-1"), claim("a", "2026-01-01T00:00:00Z", "s-1")));
        assertThat(run.err()).contains("line 1: no_contract_in_force at /sessionStartedAt");
        assertThat(ids(run)).containsExactly("a");
    }

    @Test
    void refusesWhatTheContractHasNoTermsFor() throws IOException {
        CliRun run = adjudicated(
                List.of(claim("a", "2026-07-01T09:00:00Z", "s-1").replace("support-resolution", "qualified-lead")));
        assertThat(run.err()).contains("line 1: outcome_type_not_in_contract at /outcomeType");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void takesAThousandRecordsOfASourceInASessionAsTheServiceDoes() throws IOException {
        List<String> lines = new ArrayList<>(List.of(claim("a", "2026-07-01T09:00:00Z", "s-1")));
        for (int i = 1; i <= 1_000; i++) {
            lines.add(evidence("e-" + i, "activity", "2026-07-01T10:00:00Z", "s-1"));
        }
        lines.add(evidence("other", "reopened", "2026-07-01T11:00:00Z", "s-1").replace("\"t\"", "\"other\""));
        CliRun run = adjudicated(lines);
        assertThat(run.err())
                .contains("session_full at /session")
                .contains("1,002 lines: 1,001 records accepted, 0 repeats ignored, 1 rejected");
        assertThat(column(run, 15)).containsExactly("not_billable");
    }

    @Test
    void settlesBeforeItReceivesWhatComesAtTheClose() throws IOException {
        CliRun run = adjudicated(List.of(
                claim("a", "2026-07-01T09:00:00Z", "s-1"),
                        evidence("e", "negative_feedback", "2026-07-04T09:00:00Z", "s-1"),
                claim("b", "2026-07-01T09:00:00Z", "s-2"),
                        evidence("f", "negative_feedback", "2026-07-04T08:59:59Z", "s-2")));
        assertThat(column(run, 15)).containsExactly("billable", "not_billable");
    }

    @Test
    void bringsAReopeningOfAnEarlierMonthAsAnAdjustment() throws IOException {
        List<String> lines = List.of(
                claim("a", "2026-06-20T09:00:00Z", "s-1"), evidence("e", "reopened", "2026-07-20T09:00:00Z", "s-1"));
        assertThat(column(adjudicated(lines), 18)).containsExactly("0.99", "-0.99");
        assertThat(column(adjudicated(lines, "--period", "2026-06"), 18)).containsExactly("0.99");
        assertThat(column(adjudicated(lines, "--period", "2026-07"), 18)).containsExactly("-0.99");
    }

    @Test
    void savesForEachMonthTheReportOfItsPeriod() throws IOException {
        List<String> lines = List.of(
                claim("a", "2026-06-20T09:00:00Z", "s-1"), evidence("e", "reopened", "2026-07-20T09:00:00Z", "s-1"));
        Path reports = folder.resolve("reports");
        CliRun whole = adjudicated(lines, "--reports", reports.toString());
        assertThat(column(whole, 18)).containsExactly("0.99", "-0.99");
        assertThat(Files.list(reports).map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("fabrikam-2026-06.csv", "fabrikam-2026-07.csv");
        for (String month : List.of("2026-06", "2026-07")) {
            assertThat(reports.resolve("fabrikam-" + month + ".csv"))
                    .hasContent(adjudicated(lines, "--period", month).out());
        }
    }

    @Test
    void passesOverOtherCustomersAndSaysSo() throws IOException {
        CliRun run =
                adjudicated(List.of(claim("a", "2026-07-01T09:00:00Z", "s-1").replace("fabrikam", "northwind")));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("0 records accepted").contains("1 of other customers passed over");
    }

    @Test
    void writesAFileOnlyWhenItIsWhole() throws IOException {
        Path report = folder.resolve("report.csv");
        CliRun run = adjudicated(List.of(claim("a", "2026-07-01T09:00:00Z", "s-1")), "--out", report.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(report).content().startsWith("entry,outcome_id").contains(",billable,,simple,0.99,USD,");
        assertThat(Files.list(folder)).doesNotContain(folder.resolve("report.csv.part"));
    }

    @Test
    void refusesAContractWithFaults() throws IOException {
        Path customer = Files.createDirectories(folder.resolve("contracts").resolve("fabrikam"));
        String contract = Files.readString(Path.of("customer-overrides", "fabrikam", "v1.yaml"));
        Files.writeString(customer.resolve("v1.yaml"), contract.replace("PT72H", "72 hours"));
        CliRun run = adjudicated(
                List.of(claim("a", "2026-07-01T09:00:00Z", "s-1")),
                "--contracts",
                customer.getParent().toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsPattern("fabrikam/v1.yaml:\\d+: ");
    }

    @Test
    void refusesACustomerWithoutContract() throws IOException {
        CliRun run = CliRun.adjudicate("--customer", "nobody", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("expected a customer's folder");
    }

    private static String claim(String id, String at, String session) {
        return """
                {"type":"claim","source":"t","id":"%s","customer":"fabrikam","outcomeType":"support-resolution","session":"%s",\
                "occurredAt":"%s","account":"acct","channel":"chat","workflowType":"refund","facts":{}}""".formatted(id, session, at);
    }

    private static String evidence(String id, String kind, String at, String session) {
        return """
                {"type":"evidence","source":"t","id":"%s","customer":"fabrikam","session":"%s","kind":"%s",\
                "grade":"affected_party","occurredAt":"%s"}""".formatted(id, session, kind, at);
    }

    private CliRun adjudicated(List<String> lines, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("records.ndjson"), String.join("\n", lines) + "\n");
        List<String> args = new ArrayList<>(List.of("--customer", "fabrikam", file.toString()));
        args.addAll(List.of(options));
        return CliRun.adjudicate(args.toArray(String[]::new));
    }

    private static List<String> ids(CliRun run) {
        return column(run, 4);
    }

    private static List<String> column(CliRun run, int index) {
        return run.out().lines().skip(1).map(line -> line.split(",", -1)[index]).toList();
    }
}
