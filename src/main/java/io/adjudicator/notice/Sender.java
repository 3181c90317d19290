package io.adjudicator.notice;

import io.adjudicator.notice.Answer.Answered;
import io.adjudicator.notice.Answer.Failure;
import io.adjudicator.notice.Answer.Unanswered;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** Sends one request and says what came of it, in bounded time and with a bounded look at the answer. */
final class Sender implements AutoCloseable {

    /** For everything together; the specification recommends 15 to 30 seconds. A receiver that drips bytes is cut off here. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Of an answer's body, read only so that the connection can be used again. */
    private static final int LARGEST_ANSWER_BYTES = 64 * 1024;

    private final CloseableHttpClient client;
    private final Duration patience;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    Sender(VettedNames names, SSLContext trust) {
        this(names, trust, PATIENCE);
    }

    Sender(VettedNames names, SSLContext trust, Duration patience) {
        this.client = SenderConnections.client(names, trust, patience);
        this.patience = patience;
    }

    /** Whoever trusts the signature need not trust the way. */
    Answer send(Parcel parcel, Instant at) {
        HttpPost request = request(parcel, at);
        AtomicBoolean cut = new AtomicBoolean();
        long begun = System.nanoTime();
        Future<?> deadline = deadlines.schedule(
                () -> {
                    cut.set(true);
                    request.cancel();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
            readSome(response);
            return new Answered(response.getCode(), RetryAfter.of(response, at), since(begun));
        } catch (IOException | HttpException e) {
            return new Unanswered(cut.get() ? Failure.TIMED_OUT : failure(e), since(begun));
        } finally {
            deadline.cancel(false);
            request.cancel(); // closes the connection, unless the answer was read to its end
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpPost request(Parcel parcel, Instant at) {
        HttpPost request = new HttpPost(parcel.url().uri());
        request.setHeader("webhook-id", parcel.notice());
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader(
                "webhook-signature", SigningSecret.signatures(parcel.secrets(), parcel.notice(), at, parcel.body()));
        request.setEntity(
                new ByteArrayEntity(parcel.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        return request;
    }

    /** A connection can be used again once its answer is read; that of a longer one is closed, since closing its stream would read on. */
    private static void readSome(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() != null) {
            var _ = response.getEntity().getContent().readNBytes(LARGEST_ANSWER_BYTES);
        }
    }

    private static Failure failure(Exception e) {
        return switch (e) {
            case UnknownHostException _ -> Failure.NO_PUBLIC_ADDRESS;
            case InterruptedIOException _ -> Failure.TIMED_OUT; // also of sockets and of connecting
            case SSLException _ -> Failure.NOT_TRUSTED;
            case ConnectException _ -> Failure.NOT_CONNECTED;
            case NoRouteToHostException _ -> Failure.NOT_CONNECTED;
            default -> Failure.BROKEN_OFF;
        };
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
