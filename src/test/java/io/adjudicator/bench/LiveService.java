package io.adjudicator.bench;

import io.adjudicator.Application;
import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.adjudication.Settled;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.statement.Statements;
import io.adjudicator.window.Cohort;
import io.adjudicator.window.CohortId;
import io.adjudicator.window.Windows;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole service in this JVM, on an empty embedded PostgreSQL that syncs to disk, without an engine. */
final class LiveService implements AutoCloseable {

    private final Path directory;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final String key;

    /** @param customers folder of their contracts */
    LiveService(Path customers) throws IOException {
        directory = Files.createTempDirectory("adjudicator-bench");
        context = new SpringApplicationBuilder(Application.class)
                .run(
                        "--adjudicator.data-dir=" + directory.resolve("data"),
                        "--adjudicator.contracts-dir=" + customers,
                        "--adjudicator.embedded.zeebe=false",
                        "--adjudicator.clock=movable",
                        "--server.port=0",
                        "--logging.level.root=warn");
        key = context.getBean(Keys.class)
                .create(Role.SERVICE, Optional.empty(), "bench")
                .text();
    }

    void moveTo(Instant now) {
        context.getBean(MovableClock.class).moveTo(now);
    }

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    Statements statements() {
        return context.getBean(Statements.class);
    }

    /** Sends lines as one batch and sees to it that each was accepted. */
    void send(Batch batch) {
        try {
            String answers =
                    client.send(request(batch.body()), BodyHandlers.ofString()).body();
            long accepted = answers.lines()
                    .filter(line -> line.contains("\"accepted\"") && !line.contains("\"summary\""))
                    .count();
            if (accepted != batch.lines()) {
                throw new IllegalStateException("expected " + batch.lines() + " accepted lines, but got " + accepted
                        + "; the last answer is " + answers.lines().reduce("", (_, last) -> last));
            }
        } catch (IOException e) {
            throw new IllegalStateException("expected an answer to a batch, but got none", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("expected an answer to a batch, but was interrupted", e);
        }
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + context.getEnvironment().getProperty("local.server.port") + "/v1/batches"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The one cohort that is due. */
    CohortId dueCohort(Instant now) {
        List<Cohort> due = context.getBean(Windows.class).overdue(now, 2);
        if (due.size() != 1) {
            throw new IllegalStateException("expected one cohort to be due, but got " + due);
        }
        return due.getFirst().id();
    }

    /** Settles until nothing is due and returns the number of decisions. */
    int settle(CohortId cohort) {
        Adjudicator adjudicator = context.getBean(Adjudicator.class);
        int decisions = 0;
        Settled settled;
        do {
            settled = adjudicator.settle(cohort);
            decisions += settled.decisions();
        } while (settled.moreDue());
        return decisions;
    }

    @Override
    public void close() throws IOException {
        context.close();
        client.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
