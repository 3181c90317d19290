package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real incident log through the public API, with real PostgreSQL and Zeebe and their clocks moved, comes to the figures of its README
 * under every window length, and to the very bytes of the offline reports. One service lives through it once, with a customer for each
 * contract.
 */
class LiveReplayAcceptanceTest {

    private static final List<Long> OTHER_WINDOWS = List.of(24L, 48L, 120L, 168L);

    @TempDir
    private static Path folder;

    private static CliRun live = new CliRun(-1, "", "");

    @BeforeAll
    static void replay() throws IOException {
        IncidentLog.assumePresent();
        for (String customer : List.of("incident-desk", "incident-desk-strict")) {
            IncidentLog.copyContract(customer, contracts());
            Files.writeString(records(customer), IncidentLog.recordsOf(customer));
        }
        for (long hours : OTHER_WINDOWS) {
            String customer = "incident-desk-" + hours + "h";
            IncidentLog.writeContract(customer, hours, contracts());
            Files.writeString(records(customer), IncidentLog.recordsOf(customer));
        }
        live = CliRun.of(
                new DemoCommand(),
                "--file=" + recordsOfAll(),
                "--contracts=" + contracts(),
                "--data-dir=" + folder.resolve("data"),
                "--reports=" + folder.resolve("live"));
    }

    @Test
    void everythingIsTakenInAndSettled() {
        assertThat(live.exitCode()).as(live.out()).isZero();
        assertThat(live.out()).contains("0 records rejected, 0 windows left open.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            incident-desk-24h,    4996, 46, 4946.04
            incident-desk-48h,    4989, 53, 4939.11
            incident-desk,        4987, 55, 4937.13
            incident-desk-120h,   4979, 63, 4929.21
            incident-desk-168h,   4978, 64, 4928.22
            incident-desk-strict, 2703, 13, 2675.97
            """)
    void comesToThePublishedFigures(String customer, int billable, int reopened, BigDecimal amount) throws IOException {
        List<CSVRecord> lines = liveLines(customer);
        assertThat(lines).hasSize(5_042);
        assertThat(lines)
                .filteredOn(line -> line.get("billable_status").equals("billable"))
                .hasSize(billable);
        assertThat(lines)
                .filteredOn(line -> line.get("non_billable_reason").equals("reopened_in_window"))
                .hasSize(reopened);
        assertThat(lines.stream()
                        .map(line -> new BigDecimal(line.get("amount_charged")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incident-desk-24h",
                "incident-desk-48h",
                "incident-desk",
                "incident-desk-120h",
                "incident-desk-168h",
                "incident-desk-strict"
            })
    void comesToTheSameBytesOffline(String customer) throws IOException {
        CliRun run = CliRun.adjudicate(
                "--customer=" + customer,
                "--contracts=" + contracts(),
                "--out=" + folder.resolve(customer + ".csv"),
                "--reports=" + folder.resolve("offline"),
                records(customer).toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<Path> months = reports("offline", customer);
        assertThat(months).hasSizeGreaterThan(10);
        assertThat(reports("live", customer).stream().map(Path::getFileName))
                .isEqualTo(months.stream().map(Path::getFileName).toList());
        for (Path month : months) {
            assertThat(folder.resolve("live").resolve(month.getFileName())).hasSameBinaryContentAs(month);
        }
    }

    private static Path contracts() {
        return folder.resolve("contracts");
    }

    private static Path records(String customer) {
        return folder.resolve(customer + ".ndjson");
    }

    private static Path recordsOfAll() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> customers = Files.list(contracts())) {
            for (Path customer : customers.sorted().toList()) {
                all.append(Files.readString(records(customer.getFileName().toString())));
            }
        }
        return Files.writeString(folder.resolve("all.ndjson"), all);
    }

    private static List<Path> reports(String kind, String customer) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.filter(file -> file.getFileName().toString().matches(customer + "-\\d{4}-\\d{2}\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    private static List<CSVRecord> liveLines(String customer) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> lines = new ArrayList<>();
        for (Path month : reports("live", customer)) {
            try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(month), format)) {
                lines.addAll(parser.getRecords());
            }
        }
        return lines;
    }
}
