package io.adjudicator.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Where a report goes. A file appears under its name only when it is whole. */
final class OfflineOutput implements Closeable {

    private record Target(Path part, Path whole) {}

    private final Writer writer;
    private final Optional<Target> target;

    private OfflineOutput(Writer writer, Optional<Target> target) {
        this.writer = writer;
        this.target = target;
    }

    static OfflineOutput of(Optional<Path> file, PrintWriter standardOutput) throws IOException {
        if (file.isEmpty()) {
            return new OfflineOutput(standardOutput, Optional.empty());
        }
        Path whole = file.get().toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        return new OfflineOutput(writer, Optional.of(new Target(part, whole)));
    }

    Writer writer() {
        return writer;
    }

    /** Everything was written. */
    void complete() throws IOException {
        writer.flush();
        if (writer instanceof PrintWriter printer && printer.checkError()) {
            throw new IOException("expected to write the whole report, but standard output was closed");
        }
        if (target.isPresent()) {
            writer.close();
            Files.move(target.get().part(), target.get().whole(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        if (target.isPresent()) {
            writer.close();
            Files.deleteIfExists(target.get().part());
        }
    }
}
