package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The offline command needs no more memory for more records. A million in 256 MB is a run by hand; see docs/performance.md. */
class OfflineMemoryTest {

    private static final int CLAIMS = 40_000;

    /** A claim costs about 2 KB in memory, with its text, its decision and its line: all of them together would not fit. */
    private static final String HEAP = "-Xmx80m";

    @TempDir
    private Path folder;

    /** What the child runs. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) {
            System.exit(new CommandLine(new AdjudicateCommand()).execute(args));
        }
    }

    @Test
    void adjudicatesManyUnsortedRecordsInATightHeap() throws IOException, InterruptedException {
        Path report = folder.resolve("report.csv");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        "--customer",
                        "fabrikam",
                        "--out",
                        report.toString(),
                        records().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        try (var lines = Files.lines(report)) {
            assertThat(lines).hasSize(CLAIMS + 1);
        }
    }

    /** Claims in no order of time, each with a session of its own, every fourth with evidence. */
    private Path records() throws IOException {
        Path file = folder.resolve("records.ndjson");
        Random random = new Random(20260722);
        Instant start = Instant.parse("2026-01-02T00:00:00Z");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < CLAIMS; i++) {
                Instant at = start.plusSeconds(random.nextInt(200 * 24 * 3600));
                out.write("""
                        {"type":"claim","source":"t","id":"c-%1$d","customer":"fabrikam","outcomeType":"support-resolution",\
                        "session":"s-%1$d","occurredAt":"%2$s","account":"a-%3$d","channel":"chat","workflowType":"refund","facts":{}}
                        """.formatted(i, at, i % 997));
                if (i % 4 == 0) {
                    out.write("""
                            {"type":"evidence","source":"t","id":"e-%1$d","customer":"fabrikam","session":"s-%1$d",\
                            "kind":"negative_feedback","grade":"affected_party","occurredAt":"%2$s"}
                            """.formatted(i, at.plusSeconds(random.nextInt(3600))));
                }
            }
        }
        return file;
    }
}
