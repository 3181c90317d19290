package io.adjudicator.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work on the shared cache that only one process may do at a time. The lock ends with its holder, also by kill -9. */
final class FileGuard {

    private FileGuard() {}

    /** Synchronized as well, because a file lock speaks for the whole virtual machine and not for a thread of it. */
    static synchronized <T> T alone(Path lockFile, IoWork<T> work) {
        try {
            Files.createDirectories(lockFile.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    interface IoWork<T> {
        T run() throws IOException;
    }
}
