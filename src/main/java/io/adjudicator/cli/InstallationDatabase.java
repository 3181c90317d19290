package io.adjudicator.cli;

import io.adjudicator.access.Accounts;
import io.adjudicator.access.Keys;
import io.adjudicator.embedded.DataDirectory;
import io.adjudicator.embedded.EmbeddedPostgresServer;
import io.adjudicator.ledger.JournalExport;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The database of an installation: the one that its configuration names, or else the one of the service that runs in its
 * data directory, or else that directory's own, started for as long as the command needs it.
 */
final class InstallationDatabase implements AutoCloseable {

    private final PGSimpleDataSource source;
    private final Runnable stop;

    private InstallationDatabase(PGSimpleDataSource source, Runnable stop) {
        this.source = source;
        this.stop = stop;
    }

    /** Reads the configuration as the service does: files, environment, and what is given here. */
    static InstallationDatabase open(Optional<Path> dataDir, List<String> properties) throws IOException {
        SpringApplication application = new SpringApplication(NoBeans.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of(
                "logging.level.root",
                "error",
                "adjudicator.data-dir",
                dataDir.orElse(Path.of("data")).toString()));
        String[] arguments =
                properties.stream().map(property -> "--" + property).toArray(String[]::new);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return open(context.getEnvironment());
        }
    }

    private static InstallationDatabase open(Environment configured) throws IOException {
        String url = configured.getProperty("spring.datasource.url", "");
        if (!url.isEmpty()) {
            return new InstallationDatabase(
                    source(
                            url,
                            configured.getProperty("spring.datasource.username", ""),
                            configured.getProperty("spring.datasource.password", "")),
                    () -> {});
        }
        Path directory = Path.of(configured.getRequiredProperty("adjudicator.data-dir"));
        Optional<Postmaster> running = Postmaster.runningIn(directory);
        return running.isPresent()
                ? new InstallationDatabase(
                        source(
                                running.get().url(),
                                EmbeddedPostgresServer.USER,
                                running.get().password()),
                        () -> {})
                : started(directory, Path.of(configured.getRequiredProperty("adjudicator.cache-dir")));
    }

    private static InstallationDatabase started(Path directory, Path cache) throws IOException {
        DataDirectory data = DataDirectory.open(directory);
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(data, cache, freePort());
        return new InstallationDatabase(
                source(server.jdbcUrl(), EmbeddedPostgresServer.USER, server.password()), () -> {
                    server.close();
                    data.close();
                });
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /** A command line has no clock but the system's: this is its outermost edge. */
    Keys keys() {
        return Keys.on(source, InstantSource.system());
    }

    Accounts accounts() {
        return Accounts.on(source, InstantSource.system());
    }

    JournalExport journal() {
        return JournalExport.on(source);
    }

    @Override
    public void close() {
        stop.run();
    }

    /** The configuration is wanted, nothing that it configures. */
    static final class NoBeans {}
}
