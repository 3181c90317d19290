package io.adjudicator.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the embedded server differs from the library's defaults, which are made for throw-away tests. */
final class PostgresSettings {

    private PostgresSettings() {}

    static EmbeddedPostgres.Builder builder(PostgresDirectory directory, Path cache, int port, Path log) {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        Path binaries = cache.resolve("postgres");
        discardHalfUnpacked(binaries);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.files())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false) // the application context stops it, after the connection pool
                .setPort(port)
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog);
        durable(builder);
        password(builder, directory);
        return locale(builder);
    }

    /** The library starts the server with -F, which turns fsync off; a later setting wins over it. */
    private static void durable(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("jit", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
    }

    /** Other users of this machine can reach the port, so it asks for a password that only the owner can read. */
    private static void password(EmbeddedPostgres.Builder builder, PostgresDirectory directory) {
        builder.setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.passwordFile().toString())
                .setConnectConfig("password", directory.password());
    }

    /** The same order of strings on every machine, whatever its language is. */
    private static EmbeddedPostgres.Builder locale(EmbeddedPostgres.Builder builder) {
        return builder.setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
    }

    /** The library takes a directory that a killed process left half unpacked for one that somebody still unpacks. */
    private static void discardHalfUnpacked(Path binaries) {
        if (!Files.isDirectory(binaries)) {
            return;
        }
        try (var versions = Files.list(binaries)) {
            List<Path> broken = versions.filter(version -> !Files.exists(version.resolve(".exists")))
                    .toList();
            for (Path version : broken) {
                Trees.delete(version);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
