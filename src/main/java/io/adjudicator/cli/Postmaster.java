package io.adjudicator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL that a running service has started in its data directory, as PostgreSQL itself records it: the first line
 * of postmaster.pid is the process, the fourth the port (its documentation, "Database File Layout").
 */
record Postmaster(Path directory, int port) {

    static Optional<Postmaster> runningIn(Path directory) throws IOException {
        Path file = directory.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() >= 4 && isPostgres(lines.get(0).strip())
                ? Optional.of(
                        new Postmaster(directory, Integer.parseInt(lines.get(3).strip())))
                : Optional.empty();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() throws IOException {
        return Files.readString(directory.resolve("postgres.password")).strip();
    }

    /** After a crash the file stays, and somebody else may have the process id. */
    private static boolean isPostgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
