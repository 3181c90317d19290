package io.adjudicator.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder that only its owner can read, for the sorts of one command. It is gone afterwards, also when the command is stopped
 * by Ctrl-C: customers' records must not stay behind.
 */
final class EventTimeScratch implements Closeable {

    /** The stopped command may still be opening a file while the folder is being emptied. */
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Thread whenStopped = new Thread(this::deleteQuietly, "delete-scratch");
    private int files;

    EventTimeScratch() throws IOException {
        folder = Files.createTempDirectory("adjudicator-sort-");
        Runtime.getRuntime().addShutdownHook(whenStopped);
    }

    /** A new file of the folder, by name; not yet there. */
    Path file() {
        files++;
        return folder.resolve("run-" + files);
    }

    @Override
    public void close() throws IOException {
        if (!stopping()) {
            delete();
        }
    }

    private boolean stopping() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
            return false;
        } catch (IllegalStateException e) { // the hook runs and does the work
            return true;
        }
    }

    private void deleteQuietly() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
            try {
                delete();
            } catch (IOException e) {
                // a file came in between; the next attempt takes it along
            }
        }
    }

    private void delete() throws IOException {
        List<Path> left;
        try (Stream<Path> found = Files.list(folder)) {
            left = found.toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
