package io.adjudicator.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** A child process of an earlier service that lost it. Only the holder of the data directory may stop one. */
final class Orphan {

    private static final Duration ASKED = Duration.ofSeconds(20);
    private static final Duration KILLED = Duration.ofSeconds(10);

    private final ProcessHandle process;
    private final Predicate<ProcessHandle> stillOurs;

    private Orphan(ProcessHandle process, Predicate<ProcessHandle> stillOurs) {
        this.process = process;
        this.stillOurs = stillOurs;
    }

    /**
     * The process whose id is the file's first line, if it is the one meant: after a reboot the same id may belong to
     * anybody. A zombie has no command and therefore counts as gone.
     */
    static Optional<Orphan> recordedIn(Path pidFile, Predicate<ProcessHandle> isOurs) {
        return firstLine(pidFile)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(isOurs)
                .map(process -> new Orphan(process, isOurs));
    }

    static boolean runsWithArgument(ProcessHandle process, String argument) {
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(argument::equals);
    }

    void stop(String signal) {
        Commands.run("kill", "-" + signal, Long.toString(process.pid()));
        if (!Await.until(ASKED, this::gone)) {
            process.destroyForcibly();
        }
        if (!Await.until(KILLED, this::gone)) {
            throw new IllegalStateException("expected process " + process.pid() + " to stop, but it is still alive");
        }
    }

    private boolean gone() {
        return !process.isAlive() || !stillOurs.test(process);
    }

    private static Optional<String> firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
