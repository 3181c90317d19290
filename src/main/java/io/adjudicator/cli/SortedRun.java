package io.adjudicator.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A temporary file of records in ascending order. It is deleted once it was read. */
final class SortedRun implements Closeable {

    /** Bytes. With the most runs that are read at once this stays below 3 MB. */
    private static final int BUFFER = 32 * 1024;

    private final Path file;
    private final DataInputStream in;

    private SortedRun(Path file) throws IOException {
        this.file = file;
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    static SortedRun open(Path file) throws IOException {
        return new SortedRun(file);
    }

    /** Where records in ascending order come from. */
    interface Source {
        Optional<SortedRecord> next() throws IOException;
    }

    static void write(Path file, Source records) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            for (var next = records.next(); next.isPresent(); next = records.next()) {
                write(out, next.get().key());
                write(out, next.get().value());
            }
            out.writeInt(-1);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Empty at the end. */
    Optional<SortedRecord> next() throws IOException {
        int length = in.readInt();
        return length < 0 ? Optional.empty() : Optional.of(new SortedRecord(bytes(length), bytes(in.readInt())));
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
        Files.deleteIfExists(file);
    }
}
