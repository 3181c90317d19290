package io.adjudicator.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The broker's management port: is it ready, and what time is it there. */
final class BrokerActuator implements AutoCloseable {

    private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\"\\s*:\\s*(-?\\d+)");

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final URI base;

    /** Never through the proxy that the machine may have configured: the broker is here. */
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(BOUND)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    BrokerActuator(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/actuator/");
    }

    boolean ready() {
        return succeeds(HttpRequest.newBuilder(base.resolve("health/readiness")));
    }

    boolean pin(Instant instant) {
        String body = "{\"epochMilli\":" + instant.toEpochMilli() + "}";
        return succeeds(HttpRequest.newBuilder(base.resolve("clock/pin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Optional<Instant> time() {
        return body(HttpRequest.newBuilder(base.resolve("clock"))).flatMap(BrokerActuator::epochMilli);
    }

    private static Optional<Instant> epochMilli(String json) {
        return EPOCH_MILLI
                .matcher(json)
                .results()
                .map(found -> Instant.ofEpochMilli(Long.parseLong(found.group(1))))
                .findFirst();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private boolean succeeds(HttpRequest.Builder request) {
        return body(request).isPresent();
    }

    private Optional<String> body(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(BOUND).build(), HttpResponse.BodyHandlers.ofString());
            return Optional.of(response)
                    .filter(answer -> answer.statusCode() == 200)
                    .map(HttpResponse::body);
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
