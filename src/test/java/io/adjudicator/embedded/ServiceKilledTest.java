package io.adjudicator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKilledTest {

    private static final Duration BOUND = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    @Test
    void leavesNoChildBehindAndStartsAgainOnTheSameData() throws Exception {
        Process service = service();
        Path pids = directory.resolve("pids");
        assertThat(Await.until(BOUND, () -> Files.exists(pids))).isTrue();
        List<ProcessHandle> children = Files.readAllLines(pids).stream()
                .map(Long::valueOf)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
        assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);

        service.destroyForcibly().waitFor();

        assertThat(Await.until(BOUND, () -> children.stream().noneMatch(ServiceKilledTest::runs)))
                .as("PostgreSQL and Zeebe end with the service")
                .isTrue();
        try (var data = DataDirectory.open(directory.resolve("data"));
                var server = EmbeddedPostgresServer.start(
                        data, TestCache.PATH, FreePorts.take(1).getFirst());
                var broker = EmbeddedZeebeBroker.start(data, TestCache.PATH, 0, Optional.empty())) {
            assertThat(server.pid()).isPositive();
            assertThat(broker.awaitReady(BOUND)).isTrue();
        }
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private Process service() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableService.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("service.log").toFile())
                .start();
    }

    /** What the service does with its children, in a process of its own that can be killed. */
    static final class KillableService {

        private KillableService() {}

        public static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            var data = DataDirectory.open(directory.resolve("data"));
            var server = EmbeddedPostgresServer.start(
                    data, TestCache.PATH, FreePorts.take(1).getFirst());
            var broker = EmbeddedZeebeBroker.start(data, TestCache.PATH, 0, Optional.empty());
            if (!broker.awaitReady(BOUND)) {
                throw new IllegalStateException("expected the broker to become ready, but it did not");
            }
            Path unfinished = directory.resolve("pids.unfinished");
            Files.write(
                    unfinished,
                    Stream.of(server.pid(), broker.pid().orElseThrow())
                            .map(String::valueOf)
                            .toList());
            Files.move(unfinished, directory.resolve("pids"));
            Thread.currentThread().join();
        }
    }
}
