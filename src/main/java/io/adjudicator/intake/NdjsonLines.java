package io.adjudicator.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines at {@code \n} or {@code \r\n} in bounded memory, on bytes: a line that is not UTF-8 must not
 * take its neighbours with it. Blank lines are passed over, but counted.
 */
public final class NdjsonLines {

    /** Bytes. The largest record that passes the readers is far smaller; a longer line is not one of ours. */
    public static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private int start;
    private int end;
    private long number;
    private boolean tooLong;

    public NdjsonLines(InputStream in) {
        this.in = in;
    }

    /** Empty at the end of the stream. */
    public Optional<NdjsonLine> next() throws IOException {
        while (fill()) {
            int newline = find();
            keep(newline);
            start = Math.min(newline + 1, end);
            if (newline < end) {
                Optional<NdjsonLine> line = take();
                if (line.isPresent()) {
                    return line;
                }
            }
        }
        return rest.size() > 0 || tooLong ? take() : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (start == end) {
            start = 0;
            end = Math.max(in.read(buffer, 0, buffer.length), 0);
        }
        return end > 0;
    }

    /** The next line's end, or the buffer's. */
    private int find() {
        int at = start;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private void keep(int newline) {
        int length = newline - start;
        if (rest.size() + length > LONGEST + 1) { // one more for a \r that belongs to the line's end
            tooLong = true;
        } else {
            rest.write(buffer, start, length);
        }
    }

    private Optional<NdjsonLine> take() {
        number++;
        byte[] bytes = rest.toByteArray();
        boolean over = tooLong;
        rest.reset();
        tooLong = false;
        if (over) {
            return Optional.of(new NdjsonLine.TooLong(number));
        }
        byte[] line = withoutReturn(bytes);
        if (line.length > LONGEST) {
            return Optional.of(new NdjsonLine.TooLong(number));
        }
        return isBlank(line) ? Optional.empty() : Optional.of(new NdjsonLine.Whole(number, line));
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean ends = line.length > 0 && line[line.length - 1] == '\r';
        return ends ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
