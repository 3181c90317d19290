package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static io.adjudicator.api.Records.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchTest extends ApiTest {

    private static final String NDJSON = "application/x-ndjson";

    @Test
    void answersEachLineForItself() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] line : List.of(
                bytes(line("claim", claim("acme", "b-1"))),
                bytes(""),
                bytes(line("evidence", evidence("acme", "b-e", "s-b-1", "activity"))),
                bytes(line("claim", claim("acme", "b-1"))),
                bytes(line("claim", claim("acme", "b-1", "'topic': 'other'"))),
                bytes("{\"type\":\"order\"}"),
                bytes("not json"),
                new byte[] {(byte) 0xff, (byte) 0xfe},
                bytes("\"" + "x".repeat(70_000) + "\""),
                bytes(line("claim", claim("nobody", "b-2"))),
                bytes(line("claim", claim("globex", "b-3")) + "\r"))) {
            body.write(line);
            body.write('\n');
        }
        List<JsonNode> answers =
                http().post("/v1/batches", NDJSON, body.toByteArray()).lines();
        assertThat(answers.subList(0, answers.size() - 1))
                .extracting(BatchTest::verdict)
                .containsExactly(
                        "1 accepted",
                        "3 accepted",
                        "4 duplicate",
                        "5 rejected identity_conflict 409",
                        "6 rejected unknown_record_type 422",
                        "7 rejected malformed_json 400",
                        "8 rejected malformed_json 400",
                        "9 rejected line_too_long 413",
                        "10 rejected unknown_customer 422",
                        "11 accepted");
        JsonNode summary = answers.getLast().path("summary");
        assertThat(summary.path("accepted").asInt()).isEqualTo(3);
        assertThat(summary.path("duplicate").asInt()).isEqualTo(1);
        assertThat(summary.path("rejected").asInt()).isEqualTo(6);
        assertThat(summary.path("complete").asBoolean()).isTrue();
    }

    @Test
    void answersAnEmptyBatchWithASummary() {
        Http.Reply reply = http().post("/v1/batches", NDJSON, "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.lines()).hasSize(1);
        assertThat(reply.lines().getFirst().path("summary").path("complete").asBoolean())
                .isTrue();
    }

    @Test
    void takesManyLinesInOrder() {
        String body = IntStream.rangeClosed(1, 5_500)
                .mapToObj(number -> line("claim", claim("globex", "many-" + number)))
                .collect(Collectors.joining("\n"));
        List<JsonNode> answers = http().post("/v1/batches", NDJSON, body).lines();
        assertThat(answers).hasSize(5_501);
        assertThat(answers.subList(0, 5_500))
                .allSatisfy(
                        answer -> assertThat(answer.path("status").asString()).isEqualTo("accepted"));
        assertThat(answers.subList(0, 5_500).stream()
                        .map(answer -> answer.path("line").asInt())
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, 5_500).boxed().toList());
        assertThat(http().post("/v1/batches", NDJSON, body)
                        .lines()
                        .getLast()
                        .path("summary")
                        .path("duplicate")
                        .asInt())
                .isEqualTo(5_500);
    }

    /** The sender has to see what is stored while it still sends. */
    @Test
    void answersWhileLinesStillCome() throws IOException {
        String chunk = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> line("claim", claim("globex", "slow-" + number)) + "\n")
                .collect(Collectors.joining());
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST /v1/batches HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + http().key().orElseThrow()
                    + "\r\nContent-Type: " + NDJSON + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n"));
            out.flush();
            assertThat(readUntil(socket.getInputStream(), "\"line\":1000,")).contains("HTTP/1.1 200");
            out.write(bytes("0\r\n\r\n"));
            out.flush();
            assertThat(readUntil(socket.getInputStream(), "\"complete\":true")).contains("\"accepted\":1000");
        }
    }

    @Test
    void keepsWhatItAnsweredWhenTheSenderLeaves() throws IOException {
        String chunk = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> line("claim", claim("globex", "left-" + number)) + "\n")
                .collect(Collectors.joining());
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST /v1/batches HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + http().key().orElseThrow() + "\r\nContent-Type: " + NDJSON
                    + "\r\nContent-Length: 99999999\r\n\r\n" + chunk));
            out.flush();
            readUntil(socket.getInputStream(), "\"line\":1000,");
        }
        JsonNode summary =
                http().post("/v1/batches", NDJSON, chunk).lines().getLast().path("summary");
        assertThat(summary.path("duplicate").asInt()).isEqualTo(1_000);
    }

    private static String readUntil(InputStream in, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8_192];
        while (read.indexOf(text) < 0) {
            int count = in.read(buffer);
            assertThat(count).as("the answer so far: %s", read).isPositive();
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }

    private static String verdict(JsonNode answer) {
        JsonNode problem = answer.path("problem");
        String refusal = problem.isMissingNode()
                ? ""
                : " " + problem.path("type").asString().replace("/problems/", "") + " "
                        + problem.path("status").asInt();
        return answer.path("line").asInt() + " " + answer.path("status").asString() + refusal;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
