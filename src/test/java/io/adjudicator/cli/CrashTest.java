package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code serve} as a process of its own, and kill -9 for whatever it depends on while it settles. */
class CrashTest {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final int CLAIMS = 6_000;
    private static final int FLAGGED = 100;

    /** July 1st, 2026; windows of both customers are 72 hours long. */
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Optional<Process> service = Optional.empty();
    private String keys = "";
    private URI address = URI.create("");

    @AfterEach
    void stop() {
        service.ifPresent(process -> {
            process.destroy();
            process.onExit().join();
        });
    }

    @Test
    void everyClaimIsSettledOnceWhateverDiesMeanwhile() throws IOException {
        LiveReplay first = serve(1);
        first.moveTimeTo(START);
        first.send(claims("a", START), this::noneIsRejected);
        first.moveTimeTo(START.plus(Duration.ofHours(73)));
        awaitHalfway(first);
        killPostgres();
        awaitAllSettled(first);
        assertSettledOnce(first, CLAIMS);
        awaitOneTaskForEach(FLAGGED);

        Instant second = START.plus(Duration.ofHours(96));
        first.moveTimeTo(second);
        first.send(claims("b", second), this::noneIsRejected);
        first.moveTimeTo(second.plus(Duration.ofHours(73)));
        awaitHalfway(first);
        killBroker();
        awaitAllSettled(first);
        assertSettledOnce(first, 2 * CLAIMS);
        awaitOneTaskForEach(2 * FLAGGED);

        Instant third = START.plus(Duration.ofHours(192));
        first.moveTimeTo(third);
        first.send(claims("c", third), this::noneIsRejected);
        first.moveTimeTo(third.plus(Duration.ofHours(73)));
        awaitHalfway(first);
        Process killed = service.orElseThrow();
        killed.destroyForcibly();
        killed.onExit().join();
        LiveReplay again = serve(2);
        again.moveTimeTo(third.plus(Duration.ofHours(73)));
        awaitAllSettled(again);
        assertSettledOnce(again, 3 * CLAIMS);
        awaitOneTaskForEach(3 * FLAGGED);
    }

    private void noneIsRejected(String answer) {
        throw new AssertionError("expected no rejection, but got " + answer);
    }

    private static List<String> claims(String name, Instant at) {
        return Stream.concat(
                        IntStream.range(0, CLAIMS).mapToObj(number -> claim(name, number, at)),
                        IntStream.range(0, FLAGGED)
                                .mapToObj(number -> claim(name + "-flagged", number, at)
                                        .replace("fabrikam", "acme")
                                        .replace("\"facts\":{}", "\"facts\":{\"topic\":\"odd\"}")))
                .toList();
    }

    private static String claim(String name, int number, Instant at) {
        return """
                        {"type":"claim","source":"crash","id":"%s-%d","customer":"fabrikam","outcomeType":"support-resolution",\
                        "session":"%s-%d","occurredAt":"%s","account":"a","channel":"chat","workflowType":"w","facts":{}}""".formatted(name, number, name, number, at);
    }

    private static void awaitHalfway(LiveReplay replay) {
        await().atMost(BOUND).pollInterval(Duration.ofMillis(5)).until(() -> {
            long open = replay.windows().open();
            return open > 0 && open < CLAIMS + FLAGGED;
        });
    }

    /** Calls may fail while something is down; what counts is that they succeed again and nothing is left. */
    private static void awaitAllSettled(LiveReplay replay) {
        await().atMost(BOUND)
                .ignoreExceptionsMatching(IllegalStateException.class::isInstance)
                .until(() -> replay.windows().open() == 0);
    }

    private static void assertSettledOnce(LiveReplay replay, int claims) {
        JsonNode report = replay.report("fabrikam", "2026-07");
        assertThat(report.path("lines")).hasSize(claims);
        JsonNode total = report.path("totals").path("byUnit").path(0);
        assertThat(total.path("outcomes").asLong()).isEqualTo(claims);
        assertThat(total.path("adjustments").asLong()).isZero();
        // 0.99 for each: 100 claims are 99 USD.
        assertThat(total.path("amount").asString()).isEqualTo(claims / 100 * 99 + ".00");
        assertThat(report.path("totals").path("byStatus")).hasSize(1);
    }

    /** Each flagged outcome has a task, and no outcome has two. */
    private void awaitOneTaskForEach(int flagged) {
        await().atMost(BOUND)
                .ignoreExceptionsMatching(IllegalStateException.class::isInstance)
                .until(() -> taskSubjects().size() >= flagged);
        assertThat(taskSubjects()).hasSize(flagged).doesNotHaveDuplicates();
    }

    private List<String> taskSubjects() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/tasks?customer=acme&limit=500"))
                .header("Authorization", "Bearer " + found("key auditor +(\\S+)", keys))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared()
                    .readTree(answer)
                    .path("tasks")
                    .valueStream()
                    .map(task -> task.path("subject").asString())
                    .toList();
        } catch (IOException away) {
            throw new IllegalStateException(away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private LiveReplay serve(int run) throws IOException {
        Path log = directory.resolve("serve-" + run + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--contracts=" + contracts(),
                        "--data-dir=" + directory.resolve("data"),
                        "--",
                        "--adjudicator.clock=movable")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        service = Optional.of(process);
        await().atMost(BOUND)
                .failFast("serve ended early", () -> !process.isAlive())
                .until(() -> Files.readString(log).contains("Stop it with Ctrl-C."));
        String said = Files.readString(log);
        keys = keys.isEmpty() ? said : keys;
        address = URI.create(found("API +(http://\\S+)/v1", said));
        return new LiveReplay(address, found("key service +(\\S+)", keys), found("key auditor +(\\S+)", keys));
    }

    /** A customer whose outcomes settle by themselves, and one whose odd topics go to a person. */
    private Path contracts() throws IOException {
        Path contracts = directory.resolve("contracts");
        if (!Files.exists(contracts)) {
            FileSystemUtils.copyRecursively(Path.of("customer-overrides", "fabrikam"), contracts.resolve("fabrikam"));
            FileSystemUtils.copyRecursively(
                    Path.of("src", "test", "contracts", "disputes", "acme"), contracts.resolve("acme"));
        }
        return contracts;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    /** The server leaves its starter's family, but keeps its number in its data. */
    private void killPostgres() throws IOException {
        Path postmaster = directory.resolve("data").resolve("postgres").resolve("postmaster.pid");
        killNow(ProcessHandle.of(Long.parseLong(Files.readAllLines(postmaster).getFirst()))
                .orElseThrow());
    }

    private void killBroker() {
        killNow(service.orElseThrow()
                .toHandle()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("StandaloneBroker"))
                .findAny()
                .orElseThrow());
    }

    private static void killNow(ProcessHandle victim) {
        assertThat(victim.destroyForcibly()).isTrue();
        victim.onExit().join();
    }
}
