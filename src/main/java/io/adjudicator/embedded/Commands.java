package io.adjudicator.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Short commands of the operating system. */
final class Commands {

    private Commands() {}

    /** The exit code; output is discarded. */
    static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("expected " + command[0] + " to finish, but was interrupted", e);
        }
    }
}
