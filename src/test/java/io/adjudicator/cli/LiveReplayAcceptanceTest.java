package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real incident log through the public API, with real PostgreSQL and Zeebe and their clocks moved, comes to the figures of its README,
 * and to the very bytes of the offline reports.
 */
class LiveReplayAcceptanceTest {

    private static final Path LOG = Path.of("..", "shared", "data", "servicenow-incidents", "incidents.csv.gz");

    private static final YearMonth FIRST = YearMonth.of(2016, 2);
    private static final YearMonth LAST = YearMonth.of(2017, 2);

    @TempDir
    private Path folder;

    @Test
    void theIncidentLogComesToTheSameLiveAndOffline() throws IOException {
        if (!Files.exists(LOG)) {
            assertThat(System.getenv("CI"))
                    .as("the incident log is needed here: %s", LOG)
                    .isNotEqualTo("true");
            System.err.println("NOT TESTED: the real incident log is not here (" + LOG + "); only the samples are.");
            Assumptions.abort("no incident log");
        }
        String plain = CliRun.importServiceNow(LOG.toString()).out();
        String strict = CliRun.importServiceNow(
                        "--customer", "incident-desk-strict", "--source", "servicenow-strict", LOG.toString())
                .out();
        Path both = Files.writeString(folder.resolve("both.ndjson"), plain + strict);

        CliRun live = CliRun.of(
                new DemoCommand(),
                "--file=" + both,
                "--data-dir=" + folder.resolve("data"),
                "--reports=" + folder.resolve("live"));

        assertThat(live.exitCode()).as(live.out()).isZero();
        assertThat(live.out()).contains("0 records rejected, 0 windows left open.");
        assertThat(billable("incident-desk")).isEqualTo(4_987);
        assertThat(lines("incident-desk", ",not_billable,reopened_in_window,")).isEqualTo(55);
        assertThat(live.out()).containsPattern("billable USD +4,987 outcomes +4937.13");
        assertThat(billable("incident-desk-strict")).isEqualTo(2_703);
        assertThat(live.out()).containsPattern("billable USD +2,703 outcomes +2675.97");
        assertSameBytesOffline("incident-desk", both);
        assertSameBytesOffline("incident-desk-strict", both);
    }

    private void assertSameBytesOffline(String customer, Path records) throws IOException {
        int compared = 0;
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            Path live = folder.resolve("live").resolve(customer + "-" + month + ".csv");
            if (Files.exists(live)) {
                Path offline = folder.resolve(customer + "-" + month + "-offline.csv");
                CliRun run = CliRun.adjudicate(
                        "--customer=" + customer, "--period=" + month, "--out=" + offline, records.toString());
                assertThat(run.exitCode()).as(run.err()).isZero();
                assertThat(offline).hasSameTextualContentAs(live);
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(4);
    }

    private long billable(String customer) throws IOException {
        return lines(customer, ",billable,");
    }

    private long lines(String customer, String containing) throws IOException {
        long count = 0;
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            Path report = folder.resolve("live").resolve(customer + "-" + month + ".csv");
            if (Files.exists(report)) {
                try (Stream<String> lines = Files.lines(report)) {
                    count += lines.filter(line -> line.contains(containing)).count();
                }
            }
        }
        return count;
    }
}
