package io.adjudicator.cli;

import io.adjudicator.window.OpenWindows;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends records through the public API in event time: time moves to the first record of a step, all that is due by then settles, then the
 * step's records are sent. So evidence is always on record before its window settles, as it was in the world.
 */
final class LiveReplay {

    /** Nothing settles for this long: something is broken, and waiting longer would only hide it. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private final String serviceKey;
    private final String auditorKey;

    LiveReplay(URI address, String serviceKey, String auditorKey) {
        this.address = address;
        this.serviceKey = serviceKey;
        this.auditorKey = auditorKey;
    }

    /** Sends the lines of a step; what is rejected is given to {@code onRejected}. Returns how many were rejected. */
    long send(List<String> lines, Consumer<String> onRejected) {
        HttpResponse<String> answer = call(request("/v1/batches", serviceKey)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines) + "\n")));
        List<JsonNode> verdicts = answer.body()
                .lines()
                .map(json::readTree)
                .filter(node -> node.has("line"))
                .toList();
        if (verdicts.size() != lines.size()) {
            throw new IllegalStateException("expected " + lines.size() + " lines to be answered, but got "
                    + verdicts.size() + "; the last answer is "
                    + answer.body().lines().reduce("none", (earlier, later) -> later));
        }
        List<JsonNode> rejected = verdicts.stream()
                .filter(verdict -> verdict.path("status").asString().equals("rejected"))
                .toList();
        rejected.stream().map(JsonNode::toString).forEach(onRejected);
        return rejected.size();
    }

    void moveTimeTo(Instant now) {
        call(request("/v1/clock", serviceKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"now\":\"" + now + "\"}")));
    }

    OpenWindows windows() {
        return json.readValue(call(request("/v1/windows", serviceKey).GET()).body(), OpenWindows.class);
    }

    /** Waits until nothing is due, as long as something goes on settling. */
    void awaitSettled() {
        long lastOpen = Long.MAX_VALUE;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (OpenWindows now = windows(); now.due() > 0; now = windows()) {
            if (now.open() < lastOpen) {
                lastOpen = now.open();
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("expected " + now.due() + " due windows to settle, but none did for "
                        + PATIENCE.toSeconds() + " s; is the broker healthy? See " + address + "/actuator/health");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    JsonNode report(String customer, String month) {
        return json.readTree(call(request("/v1/reports/usage?customer=" + customer + "&period=" + month, auditorKey)
                        .header("Accept", "application/json")
                        .GET())
                .body());
    }

    /** The customer's months that have a statement, the newest first. */
    JsonNode statementPeriods(String customer) {
        return json.readTree(call(request("/v1/statements/periods?customer=" + customer, auditorKey)
                        .GET())
                .body());
    }

    JsonNode statement(String customer, String month) {
        return json.readTree(call(request("/v1/statements?customer=" + customer + "&period=" + month, auditorKey)
                        .header("Accept", "application/json")
                        .GET())
                .body());
    }

    /** The report as CSV, as a customer would download it. */
    void saveReport(String customer, String month, Path file) throws IOException {
        Files.writeString(
                file,
                call(request("/v1/reports/usage?customer=" + customer + "&period=" + month, auditorKey)
                                .header("Accept", "text/csv")
                                .GET())
                        .body());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            HttpResponse<String> answer = client.send(ready, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "expected " + ready.method() + " " + ready.uri().getPath() + " to succeed, but it answered "
                                + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("expected an answer from " + ready.uri() + ", but: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + ready.uri(), e);
        }
    }
}
