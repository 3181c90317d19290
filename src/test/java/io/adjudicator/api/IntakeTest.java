package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class IntakeTest extends ApiTest {

    private static final String JSON = "application/json";

    @Test
    void answersARepeatLikeTheFirstTime() {
        Http.Reply first = http().postJson("/v1/claims", claim("acme", "repeat"));
        assertThat(first.status()).isEqualTo(201);
        String id = first.json().path("id").asString();
        assertThat(first.header("Location")).isEqualTo("/v1/claims/" + id);
        assertThat(first.json().path("status").asString()).isEqualTo("accepted");

        Http.Reply second = http().postJson("/v1/claims", claim("acme", "repeat"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("status").asString()).isEqualTo("duplicate");
        assertThat(second.json().path("id").asString()).isEqualTo(id);
        assertThat(second.header("Location")).isEqualTo("/v1/claims/" + id);
    }

    @Test
    void refusesTheSameIdentityWithOtherContent() {
        assertThat(http().postJson("/v1/claims", claim("acme", "conflict")).status())
                .isEqualTo(201);
        Http.Reply other = http().postJson("/v1/claims", claim("acme", "conflict", "'topic': 'other'"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("identity_conflict");
    }

    @Test
    void acceptsAClaimOnceHoweverManySendIt() throws Exception {
        Callable<String> send = () -> http().postJson("/v1/claims", claim("acme", "hammered"))
                .json()
                .path("status")
                .asString();
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            List<String> statuses = senders.invokeAll(Collections.nCopies(64, send)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(Collections.frequency(statuses, "accepted")).isEqualTo(1);
            assertThat(Collections.frequency(statuses, "duplicate")).isEqualTo(63);
        }
    }

    @Test
    void takesEvidenceAndShowsItAtItsClaim() {
        String id = http().postJson("/v1/claims", claim("acme", "observed"))
                .json()
                .path("id")
                .asString();
        Http.Reply sent = http().postJson("/v1/evidence", evidence("acme", "e-observed", "s-observed", "activity"));
        assertThat(sent.status()).isEqualTo(201);
        JsonNode shown = http().get("/v1/claims/" + id).json();
        assertThat(shown.path("evidence").get(0).path("evidenceId"))
                .isEqualTo(sent.json().path("id"));
        assertThat(shown.path("state").asString()).isEqualTo("OPEN");
        assertThat(shown.path("windowOpenUntil").asString()).isEqualTo("2026-07-04T10:00:00Z");
        assertThat(http().postJson("/v1/evidence", evidence("acme", "e-observed", "s-observed", "activity"))
                        .status())
                .isEqualTo(200);
        assertThat(http().postJson("/v1/evidence", evidence("acme", "e-observed", "s-observed", "handoff"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void decidesAtOnceWhatIsCertain() {
        String id = http().postJson("/v1/claims", claim("acme", "fraud", "'topic': 'fraud'"))
                .json()
                .path("id")
                .asString();
        JsonNode shown = as(Role.AUDITOR).get("/v1/claims/" + id).json();
        assertThat(shown.path("state").asString()).isEqualTo("NOT_BILLABLE");
        assertThat(shown.path("decisions")
                        .get(0)
                        .path("document")
                        .path("reason")
                        .asString())
                .isEqualTo("fraud_topics_are_free");
        assertThat(shown.path("explanation").get(0).asString()).contains("not billable");
        JsonNode replay = as(Role.AUDITOR)
                .get("/v1/decisions/"
                        + shown.path("decisions").get(0).path("id").asLong() + "/replay")
                .json();
        assertThat(replay.path("same").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # customer, outcome type,          session started,      code
            nobody,     support-resolution,    2026-07-01T09:00:00Z, unknown_customer
            acme,       support-resolution,    2025-12-31T23:59:59Z, no_contract_in_force
            acme,       qualified-lead,        2026-07-01T09:00:00Z, outcome_type_not_in_contract
            """)
    void refusesAClaimWithoutContract(String customer, String type, String startedAt, String code) {
        String claim = claim(customer, "no-contract-" + code)
                .replace("support-resolution", type)
                .replace("'account'", "'sessionStartedAt': '" + startedAt + "', 'account'");
        Http.Reply reply = http().postJson("/v1/claims", claim);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void tellsEveryFaultAtOnceAsAProblem() {
        Http.Reply reply = http().postJson("/v1/claims", "{'source': 1, 'facts': {'turns': '3'}, 'x': true}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("instance").asString()).isEqualTo("/v1/claims");
        assertThat(reply.json()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("at").asString()))
                .contains("/source", "/id", "/customer", "/facts/turns", "/x");
    }

    @Test
    void takesGzipAndRefusesWhatIsNone() throws IOException {
        byte[] body = claim("acme", "packed").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Http.Reply packed = http().post("/v1/claims", JSON, gzip(body), "Content-Encoding", "gzip");
        assertThat(packed.status()).isEqualTo(201);
        assertThat(http().post("/v1/claims", JSON, body, "Content-Encoding", "gzip")
                        .code())
                .isEqualTo("bad_content_encoding");
        assertThat(http().post("/v1/claims", JSON, body, "Content-Encoding", "br")
                        .code())
                .isEqualTo("bad_content_encoding");
    }

    @Test
    void boundsBodiesPackedOrNot() throws IOException {
        byte[] large = " ".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        for (Http.Reply reply : List.of(
                http().post("/v1/claims", JSON, large),
                http().post("/v1/claims", JSON, gzip(large), "Content-Encoding", "gzip"))) {
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.code()).isEqualTo("body_too_large");
        }
    }

    @Test
    void takesCloudEventsInAllModes() {
        String data = claim("acme", "event")
                .replaceFirst("'source': 'crm', 'id': 'event', ", "")
                .replace('\'', '"');
        String event =
                "{\"specversion\":\"1.0\",\"type\":\"io.adjudicator.claim.v1\",\"source\":\"crm\",\"id\":\"event\",\"data\":"
                        + data + "}";
        assertThat(http().post("/v1/claims", "application/cloudevents+json; charset=utf-8", event)
                        .status())
                .isEqualTo(201);
        Http.Reply binary = http().post(
                        "/v1/claims",
                        JSON,
                        data.getBytes(StandardCharsets.UTF_8),
                        "ce-specversion",
                        "1.0",
                        "CE-Type",
                        "io.adjudicator.claim.v1",
                        "ce-source",
                        "%63rm",
                        "ce-id",
                        "event");
        assertThat(binary.status()).isEqualTo(200);
        Http.Reply batch = http().post("/v1/claims", "application/cloudevents-batch+json", "[" + event + ",{}]");
        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.json()
                        .valueStream()
                        .map(answer -> answer.path("status").asString()))
                .containsExactly("duplicate", "rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/claims", "/v1/evidence", "/v1/adjudications", "/v1/clock"})
    void refusesWhatIsNoJson(String path) {
        assertThat(http().postJson(path, "{").code()).isEqualTo("malformed_json");
        assertThat(http().post(path, "text/plain", "{}").code()).isEqualTo("unsupported_media_type");
        assertThat(http().send(http().request(path).DELETE()).code()).isEqualTo("method_not_allowed");
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }
}
