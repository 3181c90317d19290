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

/** Asks the broker from outside: does it take work, and what time is it there. */
final class BrokerActuator implements AutoCloseable {

    private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\"\\s*:\\s*(-?\\d+)");

    private static final Pattern LEADER = Pattern.compile("\"role\"\\s*:\\s*\"leader\"");

    private static final Duration BOUND = Duration.ofSeconds(10);

    private final URI base;
    private final URI topology;

    /** Never through the proxy that the machine may have configured: the broker is here. */
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(BOUND)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    BrokerActuator(BrokerPorts ports) {
        this.base = URI.create("http://127.0.0.1:" + ports.management() + "/actuator/");
        this.topology = URI.create("http://127.0.0.1:" + ports.rest() + "/v1/topology");
    }

    /** Its own readiness comes seconds before the gateway knows the partition's leader, without which it refuses all work. */
    boolean ready() {
        return body(HttpRequest.newBuilder(topology))
                .filter(answer -> LEADER.matcher(answer).find())
                .isPresent();
    }

    /** Lets the clock go on from another time. Shifts add up. */
    boolean shift(Duration offset) {
        return post("clock/add", "{\"offsetMilli\":" + offset.toMillis() + "}");
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

    private boolean post(String path, String json) {
        return body(HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)))
                .isPresent();
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
