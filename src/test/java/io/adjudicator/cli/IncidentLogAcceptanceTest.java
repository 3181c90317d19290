package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The incident log of a real ServiceNow instance comes to the figures that two independent programs counted; they stand in its README. */
class IncidentLogAcceptanceTest {

    @TempDir
    private static Path folder;

    private static List<JsonNode> records = List.of();

    @BeforeAll
    static void importLog() throws IOException {
        IncidentLog.assumePresent();
        CliRun run = CliRun.importServiceNow(IncidentLog.FILE.toString());
        assertThat(run.exitCode()).isZero();
        records = run.out().lines().map(JsonMapper.shared()::readTree).toList();
        Files.writeString(folder.resolve("incident-desk.ndjson"), run.out());
        Files.writeString(
                folder.resolve("incident-desk-strict.ndjson"),
                CliRun.importServiceNow("--customer", "incident-desk-strict", IncidentLog.FILE.toString())
                        .out());
    }

    @Test
    void holdsEveryEntryIntoResolved() {
        assertThat(claims()).hasSize(5_042);
        assertThat(claims().stream().map(claim -> text(claim, "session")).distinct())
                .hasSize(4_975);
        assertThat(claims().stream()
                        .filter(claim -> !claim.path("facts").path("handoff").booleanValue()))
                .hasSize(2_716);
    }

    @Test
    void holdsTheClaimsOfEachMonth() {
        Map<String, Long> byMonth = claims().stream()
                .collect(Collectors.groupingBy(
                        claim -> text(claim, "occurredAt").substring(0, 7), Collectors.counting()));
        assertThat(byMonth)
                .containsEntry("2016-03", 1_523L)
                .containsEntry("2016-04", 1_665L)
                .containsEntry("2016-05", 1_582L);
        assertThat(byMonth.values().stream().mapToLong(Long::longValue).sum() - 1_523 - 1_665 - 1_582)
                .isEqualTo(272);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            24,  46
            48,  53
            72,  55
            120, 63
            168, 64
            """)
    void holdsTheReopeningsWithin(long hours, long expected) {
        assertThat(hoursToReopening().values().stream().filter(took -> took.compareTo(Duration.ofHours(hours)) < 0))
                .hasSize((int) expected);
        assertThat(hoursToReopening()).hasSize(67);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0007428-1, 68.6
            0003844-1, 73.0
            0033426-1, 78.1
            """)
    void holdsTheClaimsNearTheEdge(String claim, String hours) {
        Duration took = hoursToReopening().get(claim);
        assertThat("%.1f".formatted(took.toMinutes() / 60.0)).isEqualTo(hours);
    }

    @Test
    void comesInEventTime() {
        assertThat(records.stream().map(record -> Instant.parse(text(record, "occurredAt"))))
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            incident-desk,        4987, 4937.13
            incident-desk-strict, 2703, 2675.97
            """)
    void isBillable(String customer, long billable, String amount) {
        JsonNode report = adjudicate(customer, Path.of("customer-overrides"));
        assertThat(group(report, "byStatus", "billable").path("outcomes").asLong())
                .isEqualTo(billable);
        assertThat(text(group(report, "byUnit", "USD"), "amount")).isEqualTo(amount);
        assertThat(group(report, "byUnit", "USD").path("outcomes").asLong()).isEqualTo(5_042);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            24,  46
            48,  53
            72,  55
            120, 63
            168, 64
            """)
    void isNotBillableWhereReopenedInAWindowOf(long hours, long reopened) throws IOException {
        JsonNode report = adjudicate("incident-desk", withWindow(hours));
        assertThat(group(report, "byReason", "reopened_in_window")
                        .path("outcomes")
                        .asLong())
                .isEqualTo(reopened);
        assertThat(group(report, "byStatus", "billable").path("outcomes").asLong())
                .isEqualTo(5_042 - reopened);
    }

    private static JsonNode adjudicate(String customer, Path contracts) {
        CliRun run = CliRun.adjudicate(
                "--customer",
                customer,
                "--contracts",
                contracts.toString(),
                "--format",
                "json",
                folder.resolve(customer + ".ndjson").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    private static Path withWindow(long hours) throws IOException {
        Path contracts = folder.resolve(hours + "h");
        IncidentLog.writeContract("incident-desk", hours, contracts);
        return contracts;
    }

    private static JsonNode group(JsonNode report, String totals, String key) {
        return report.path("totals")
                .path(totals)
                .valueStream()
                .filter(group -> text(group, "key").equals(key))
                .findAny()
                .orElseThrow();
    }

    private static List<JsonNode> claims() {
        return records.stream()
                .filter(record -> text(record, "type").equals("claim"))
                .toList();
    }

    private static Map<String, Duration> hoursToReopening() {
        Map<String, Instant> claimedAt = claims().stream()
                .collect(Collectors.toMap(
                        claim -> text(claim, "id"), claim -> Instant.parse(text(claim, "occurredAt"))));
        Map<String, Duration> took = new HashMap<>();
        records.stream()
                .filter(record -> text(record, "type").equals("evidence"))
                .forEach(evidence -> {
                    String claim = text(evidence.path("claim"), "id");
                    took.put(
                            claim, Duration.between(claimedAt.get(claim), Instant.parse(text(evidence, "occurredAt"))));
                });
        return took;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString();
    }
}
