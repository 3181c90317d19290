package io.adjudicator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedZeebeBrokerTest {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Instant LEAP_DAY = Instant.parse("2016-02-29T01:16:00Z");

    @TempDir
    private Path directory;

    @Test
    void followsTheClockAndComesBackAtTheSameAddressAndTimeWhenKilled() {
        MovableClock clock = new MovableClock(InstantSource.system());
        try (var data = DataDirectory.open(directory);
                var broker = EmbeddedZeebeBroker.start(data, TestCache.PATH, 0, Optional.of(clock))) {
            assertThat(broker.ready()).isFalse();
            clock.moveTo(LEAP_DAY);

            assertThat(broker.awaitReady(BOUND)).isTrue();
            assertThat(partitions(broker)).isEqualTo(1);
            assertTime(broker, LEAP_DAY);

            clock.moveTo(LEAP_DAY.plus(Duration.ofDays(3)));
            assertTime(broker, LEAP_DAY.plus(Duration.ofDays(3)));

            kill(broker.pid().orElseThrow());
            assertThat(Await.until(BOUND, () -> !broker.ready())).isTrue();
            assertThat(broker.awaitReady(BOUND)).isTrue();
            assertThat(partitions(broker)).isEqualTo(1);
            assertTime(broker, LEAP_DAY.plus(Duration.ofDays(3)));
        }
    }

    /** It goes on running, and the machine may be slow. */
    private static void assertTime(EmbeddedZeebeBroker broker, Instant movedTo) {
        assertThat(broker.time().orElseThrow()).isBetween(movedTo, movedTo.plus(BOUND));
    }

    private static int partitions(EmbeddedZeebeBroker broker) {
        try (var client = CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpcAddress())
                .preferRestOverGrpc(false)
                .build()) {
            return client.newTopologyRequest().send().join().getPartitionsCount();
        }
    }

    private static void kill(long pid) {
        Commands.run("kill", "-KILL", Long.toString(pid));
    }
}
