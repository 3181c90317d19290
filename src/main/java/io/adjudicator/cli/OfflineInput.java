package io.adjudicator.cli;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file or standard input, unpacked if it is gzipped, whatever its name says. */
final class OfflineInput {

    private static final int BUFFER = 64 * 1024;

    private OfflineInput() {}

    static InputStream open(String fileOrDash) throws IOException {
        InputStream raw = fileOrDash.equals("-") ? System.in : openFile(Path.of(fileOrDash));
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        return isGzip(buffered) ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static InputStream openFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileNotFoundException("expected a file, but " + file + " is a folder");
        }
        return Files.newInputStream(file);
    }

    /** RFC 1952, section 2.3.1: ID1 and ID2. */
    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean magic = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return magic;
    }

    /** In words, what the file system says with a bare path. */
    static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "expected a file, but there is no " + missing.getFile();
            case AccessDeniedException denied -> "expected a readable file, but access is denied: " + denied.getFile();
            default -> String.valueOf(e.getMessage());
        };
    }
}
