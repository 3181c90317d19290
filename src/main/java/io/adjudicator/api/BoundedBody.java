package io.adjudicator.api;

import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpHeaders;

/** A request's body, unpacked if it came as gzip, with a bound on what comes out: a small gzip can hold a huge text. */
final class BoundedBody extends FilterInputStream {

    private static final int UNPACKING_BUFFER = 16 * 1024;

    private final long limit;
    private long read;

    private BoundedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    static BoundedBody of(HttpServletRequest request, long limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return new BoundedBody(request.getInputStream(), limit);
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return new BoundedBody(unpacked(request.getInputStream()), limit);
        }
        throw malformed("expected the Content-Encoding gzip or none");
    }

    static byte[] bytes(HttpServletRequest request, long limit) throws IOException {
        try (BoundedBody body = of(request, limit)) {
            return body.readAllBytes();
        } catch (ZipException e) {
            throw broken();
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw tooLarge(limit);
        }
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, UNPACKING_BUFFER);
        } catch (ZipException e) {
            throw malformed("expected a gzip body, but it is none");
        }
    }

    static Refused broken() {
        return malformed("expected a whole gzip body, but it is broken");
    }

    private static Refused tooLarge(long limit) {
        return new Refused(
                Refused.Kind.TOO_LARGE,
                "body_too_large",
                "",
                "expected a body of at most " + limit + " bytes, unpacked");
    }

    private static Refused malformed(String message) {
        return new Refused(Refused.Kind.MALFORMED, "bad_content_encoding", "", message);
    }
}
