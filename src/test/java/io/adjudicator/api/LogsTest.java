package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static io.adjudicator.api.Records.line;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service's log says of claims, and what it never says. */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest extends ApiTest {

    /** Stands where the sender's own words stand. */
    private static final String PAYLOAD = "nobody-may-read-this";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.adjudicator");

    private Optional<Level> usual = Optional.empty();

    @BeforeEach
    void sayEverything() {
        usual = Optional.ofNullable(OURS.getLevel());
        OURS.setLevel(Level.DEBUG);
    }

    @AfterEach
    void sayTheUsual() {
        OURS.setLevel(usual.orElse(null));
    }

    @Test
    void namesASingleClaimInEveryLineAboutIt(CapturedOutput log) {
        OURS.setLevel(Level.INFO);
        Http.Reply reply = http().postJson("/v1/claims", claim("acme", "log-1", "'topic': 'fraud'"));
        List<JsonNode> lines = linesWith(log, reply.json().path("id").asString());
        assertThat(lines.stream().map(line -> line.path("message").asString()))
                .containsExactlyInAnyOrder("Record received", "Claim decided");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("requestId").asString()).isEqualTo(reply.header("X-Request-Id"));
            assertThat(line.path("claimId").asString()).isEqualTo("log-1");
            assertThat(line.path("log").path("level").asString()).isEqualTo("INFO");
        });
        JsonNode decided =
                lines.stream().filter(line -> line.has("verdict")).findFirst().orElseThrow();
        assertThat(decided.path("verdict").asString()).isEqualTo("NOT_BILLABLE");
        assertThat(decided.path("reason").asString()).isEqualTo("fraud_topics_are_free");
    }

    @Test
    void namesARefusedRecordAndTheProblem(CapturedOutput log) {
        http().postJson("/v1/claims", claim("nobody", "log-2"));
        JsonNode refused = linesWith(log, "log-2").getLast();
        assertThat(refused.path("message").asString()).isEqualTo("Request refused");
        assertThat(refused.path("problem").asString()).isEqualTo("unknown_customer");
    }

    @Test
    void countsABatchInOneLineAndNamesItsRecordsInOneEach(CapturedOutput log) {
        String batch = line("claim", claim("acme", "log-3", "'topic': 'fraud'")) + "\n"
                + line("evidence", evidence("acme", "log-4", "s-log-3", "activity")) + "\n"
                + line("claim", claim("acme", "log-5", "'topic': 7")) + "\n";
        http().post("/v1/batches", "application/x-ndjson", batch);
        JsonNode summary = lines(log).stream()
                .filter(line -> line.path("message").asString().equals("Batch received"))
                .toList()
                .getLast();
        assertThat(summary.path("accepted").asInt()).isEqualTo(2);
        assertThat(summary.path("rejected").asInt()).isEqualTo(1);
        assertThat(summary.path("problems").asString()).isEqualTo("{wrong_type=1}");
        assertThat(linesWith(log, "log-3").stream()
                        .filter(line -> line.path("line").asInt() == 1)
                        .map(line -> line.path("claimSource").asString()))
                .containsExactly("crm");
        assertThat(linesWith(log, "log-4")).hasSize(1);
    }

    @Test
    void neverRepeatsWhatARecordSays(CapturedOutput log) {
        String told = claim("acme", "log-6", "'topic': '%s'".formatted(PAYLOAD))
                .replace("Berlin", PAYLOAD)
                .replace("https://crm.example/", "https://crm.example/" + PAYLOAD);
        String noted = evidence("acme", "log-7", "s-log-6", "reopened")
                .replace("'kind'", "'note': '%s', 'kind'".formatted(PAYLOAD));
        http().postJson("/v1/claims", told);
        http().postJson("/v1/claims", told.replace("refund", "changed"));
        http().postJson("/v1/evidence", noted);
        http().postJson("/v1/claims", claim("acme", "log-8", "'%s': true".formatted(PAYLOAD)));
        http().postJson("/v1/claims", claim("acme", "log-8", "'turns': '%s'".formatted(PAYLOAD)));
        http().postJson("/v1/claims", "{'a': " + PAYLOAD);
        http().post("/v1/batches", "application/x-ndjson", line("claim", told) + "\n" + line("evidence", noted));
        assertThat(linesWith(log, "log-6")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(linesWith(log, "log-7")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(log.getAll())
                .doesNotContain(PAYLOAD)
                .doesNotContain(http().key().orElseThrow());
    }

    /** U+2028 ends a line for some readers, and an id may have quotes and braces. */
    @Test
    void isNotDeceivedByAnIdThatLooksLikeALine(CapturedOutput log) {
        String id = "log-9\\u2028{\\\"message\\\":\\\"Claim decided\\\"}";
        String body = claim("acme", "PLACE").replace('\'', '"').replace("\"id\": \"PLACE\"", "\"id\": \"" + id + "\"");
        assertThat(http().post("/v1/claims", "application/json", body).status()).isEqualTo(201);
        assertThat(linesWith(log, "log-9"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("message").asString()).isEqualTo("Record received"));
    }

    private static List<JsonNode> linesWith(CapturedOutput log, String id) {
        return lines(log).stream().filter(line -> line.toString().contains(id)).toList();
    }

    /** Every line of the log is one JSON object. */
    private static List<JsonNode> lines(CapturedOutput log) {
        return log.getOut().lines().<JsonNode>map(JSON::readTree).toList();
    }
}
