package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.adjudication.CohortsJoined;
import io.adjudicator.embedded.EmbeddedZeebeBroker;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.window.CohortId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service with real PostgreSQL and Zeebe; cohorts without windows are enough to see processes come and go. */
class CohortsSettleTest {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2016-02-29T01:16:00Z");

    @TempDir
    private Path directory;

    @Test
    void settlesEachCohortWhenItsTimeComesWhateverDiesMeanwhile() throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            MovableClock clock = service.getBean(MovableClock.class);
            clock.moveTo(START);
            open(service, "early", START.plus(Duration.ofDays(1)));
            open(service, "late", START.plus(Duration.ofDays(5)));
            service.publishEvent(new CohortsJoined());
            awaitPublished(service);
            assertThat(settled(service, "early")).isFalse();

            clock.moveTo(START.plus(Duration.ofDays(1)));
            await().atMost(BOUND).until(() -> settled(service, "early"));
            assertThat(settled(service, "late")).isFalse();

            killBroker(service);
            open(service, "meanwhile", START.plus(Duration.ofDays(2)));
            clock.moveTo(START.plus(Duration.ofDays(2)));
            await().atMost(BOUND).until(() -> settled(service, "meanwhile"));
            assertThat(settled(service, "late")).isFalse();
        }
        try (ConfigurableApplicationContext again = start()) {
            MovableClock clock = again.getBean(MovableClock.class);
            clock.moveTo(START.plus(Duration.ofDays(5)));
            await().atMost(BOUND).until(() -> settled(again, "late"));
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(io.adjudicator.Application.class)
                .run(
                        "--adjudicator.data-dir=" + directory.resolve("data"),
                        "--adjudicator.contracts-dir=" + directory.resolve("no-contracts"),
                        "--adjudicator.clock=movable",
                        "--server.port=0",
                        "--spring.main.register-shutdown-hook=false");
    }

    private static void killBroker(ConfigurableApplicationContext service) throws Exception {
        EmbeddedZeebeBroker broker = service.getBean(EmbeddedZeebeBroker.class);
        String pid = Long.toString(broker.pid().orElseThrow());
        assertThat(new ProcessBuilder("kill", "-KILL", pid).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();
    }

    private static void open(ConfigurableApplicationContext service, String cohort, Instant settlesAt) {
        jdbc(service)
                .sql("insert into cohort (id, settles_at) values (:id, :settlesAt)")
                .param("id", new CohortId(cohort).value())
                .param("settlesAt", java.sql.Timestamp.from(settlesAt))
                .update();
    }

    private static void awaitPublished(ConfigurableApplicationContext service) {
        await().atMost(BOUND)
                .until(() -> jdbc(service)
                                .sql("select count(*) from cohort where not published")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static boolean settled(ConfigurableApplicationContext service, String cohort) {
        return jdbc(service)
                .sql("select settled from cohort where id = :id")
                .param("id", cohort)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient jdbc(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class);
    }
}
