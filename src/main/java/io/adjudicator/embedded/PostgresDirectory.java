package io.adjudicator.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The database's files, made fit for a start: no orphan in them, no half-made cluster, no stale process id. */
final class PostgresDirectory {

    /** Smart shutdown (TERM) would wait for clients that are gone too; INT disconnects them and writes a checkpoint. */
    static final String FAST_SHUTDOWN = "INT";

    private static final String COMPLETE = "adjudicator-complete";

    private final Path files;
    private final Path passwordFile;

    PostgresDirectory(DataDirectory data) {
        this.files = data.resolve("postgres");
        this.passwordFile = data.resolve("postgres.password");
    }

    Path files() {
        return files;
    }

    Path passwordFile() {
        return passwordFile;
    }

    Path pidFile() {
        return files.resolve("postmaster.pid");
    }

    void prepare() throws IOException {
        stopOrphan();
        // Whoever has this process id now is not PostgreSQL, but PostgreSQL would refuse to start if it is alive.
        Files.deleteIfExists(pidFile());
        if (Files.exists(files) && !Files.exists(files.resolve(COMPLETE))) {
            setAside();
        }
        if (!Files.exists(passwordFile)) {
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, freshPassword());
        }
    }

    /** Says that the cluster was created to the end: until then, initdb may have been killed half-way. */
    void markComplete() throws IOException {
        if (!Files.exists(files.resolve(COMPLETE))) {
            Files.createFile(files.resolve(COMPLETE));
        }
    }

    void stopOrphan() {
        Orphan.recordedIn(pidFile(), PostgresDirectory::isPostgres).ifPresent(orphan -> orphan.stop(FAST_SHUTDOWN));
    }

    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setAside() throws IOException {
        Path aside = files.resolveSibling("postgres.unfinished");
        for (int n = 2; Files.exists(aside); n++) {
            aside = files.resolveSibling("postgres.unfinished-" + n);
        }
        Files.move(files, aside);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static String freshPassword() {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
