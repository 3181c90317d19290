package io.adjudicator.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Ends a child process when this one dies, however it dies. A shell waits on a pipe that we hold: a line means that the
 * child was stopped in good order; the end of the pipe, which the kernel sends also after {@code kill -9}, means that
 * the service is gone.
 */
final class Watchdog implements AutoCloseable {

    /** $1: the signal that asks the child to stop; $2: its process id; after 20 s it is killed. */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            read -r released && exit 0
            kill -"$1" "$2" || exit 0
            tenths=0
            while [ "$tenths" -lt 200 ] && kill -0 "$2"; do
              sleep 0.1
              tenths=$((tenths + 1))
            done
            kill -KILL "$2"
            """;

    private final OutputStream pipe;

    private Watchdog(OutputStream pipe) {
        this.pipe = pipe;
    }

    static Watchdog over(long pid, String signal) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "adjudicator-watchdog", signal, Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Watchdog(shell.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The child has stopped: nothing is left to watch. */
    @Override
    public void close() {
        try (pipe) {
            pipe.write("released\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // The shell ended by itself because its child did; that is what was wanted.
            return;
        }
    }
}
