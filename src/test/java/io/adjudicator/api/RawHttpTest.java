package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that no HTTP library would send: the server refuses them before any of our code sees them. */
class RawHttpTest extends ApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiterString = "|", ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            # what is wrong              | request line and headers                              | status
            no HTTP at all               | hello                                                 | 400
            a bad character in the path  | GET /v1/claims/{x}<y> HTTP/1.1~Host: x                | 400
            a bad escape in the path     | GET /v1/claims/%zz HTTP/1.1~Host: x                   | 400
            an escaped slash in the path | GET /v1/claims/a%2Fb HTTP/1.1~Host: x                 | 400
            no host                      | GET /v1/claims HTTP/1.1                               | 400
            two lengths                  | POST /v1/claims HTTP/1.1~Host: x~Content-Length: 1~Content-Length: 2 | 400
            an unknown version           | GET /v1/claims HTTP/7.0~Host: x                       | 505
            an unknown coding            | POST /v1/claims HTTP/1.1~Host: x~Transfer-Encoding: y | 501
            a header that is too large   | GET /v1/claims HTTP/1.1~Host: x~X-Large: LARGE        | 400
            """)
    void answersWhatTheServerRefusesWithAProblem(String what, String head, int status) throws IOException {
        String answer = send(head.replace("LARGE", "a".repeat(100_000)).replace("~", "\r\n") + "\r\n\r\n");
        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("Content-Type: application/problem+json").contains("X-Request-Id: ");
        JsonNode problem = JSON.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/bad_request");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(answer).doesNotContain("Tomcat").doesNotContain("<html").doesNotContain("xception");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
