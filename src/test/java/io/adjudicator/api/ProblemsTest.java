package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            # path                                     | accept           | status | code
            /v1/nothing                                |                  | 404    | unknown_path
            /v1/claims/                                |                  | 404    | unknown_path
            /error                                     |                  | 404    | unknown_path
            /v1/claims/oc_none                         |                  | 404    | unknown_outcome
            /v1/claims/oc_none/explanation             |                  | 404    | unknown_outcome
            /v1/evidence/ev_none                       |                  | 404    | unknown_evidence
            /v1/decisions/0/replay                     |                  | 404    | unknown_decision
            /v1/decisions/x/replay                     |                  | 404    | unknown_decision
            /v1/decisions/99999999999999999999/replay  |                  | 404    | unknown_decision
            /v1/contracts/nobody/versions/1            |                  | 404    | unknown_contract
            /v1/contracts/acme/versions/77             |                  | 404    | unknown_contract
            /v1/contracts/acme/versions/x              |                  | 404    | unknown_contract
            /v1/reports/usage?customer=a&period=2026-07|                  | 404    | unknown_customer
            /v1/reports/usage?period=2026-07           |                  | 400    | missing_parameter
            /v1/reports/usage?customer=acme            |                  | 400    | missing_parameter
            /v1/reports/usage?customer=acme&period=7   |                  | 400    | bad_parameter
            /v1/reports/usage?customer=acme&period=2026-07 | image/png    | 406    | not_acceptable
            /v1/claims?limit=0                         |                  | 400    | bad_parameter
            /v1/claims?limit=501                       |                  | 400    | bad_parameter
            /v1/claims?limit=x                         |                  | 400    | bad_parameter
            /v1/claims?cursor=x                        |                  | 400    | bad_parameter
            /v1/claims?cursor=AAAA                     |                  | 400    | bad_parameter
            /v1/claims?state=open                      |                  | 400    | bad_parameter
            /v1/claims?from=2026-07-01                 |                  | 400    | bad_parameter
            /v1/claims?customer=ACME                   |                  | 400    | bad_parameter
            /v1/claims?custmer=acme                    |                  | 400    | unknown_parameter
            /problems/nothing                          |                  | 404    | unknown_problem
            /v1/claims;a=b                             |                  | 400    | bad_request
            """)
    void answersEveryMistakeWithAProblem(String path, String accept, int status, String code) {
        Http auditor = as(Role.AUDITOR);
        Http.Reply reply = auditor.send(auditor.request(path)
                .header("Accept", Optional.ofNullable(accept).orElse("*/*"))
                .GET());
        assertThat(reply.status() + " " + reply.code()).isEqualTo(status + " " + code);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("title").asString()).isEqualTo(Problem.title(code));
        assertThat(reply.header("X-Request-Id")).isNotEmpty();
    }

    static Set<String> everyCode() {
        return ProblemPage.sections().keySet();
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void explainsEveryTypeAtItsAddress(String code) {
        Http.Reply page = withKey(Optional.empty()).get("/problems/" + code);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).startsWith("### " + code);
    }

    @Test
    void asksForAKeyAsAProblem() {
        Http.Reply reply = withKey(Optional.empty()).get("/v1/claims");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("unauthenticated");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"adjudicator\"");
        assertThat(as(Role.AUDITOR).postJson("/v1/claims", "{}").code()).isEqualTo("forbidden");
    }

    @Test
    void namesTheRequestAsTheCallerDoesIfThatIsHarmless() {
        Http anybody = withKey(Optional.empty());
        assertThat(anybody.send(anybody.request("/problems/forbidden")
                                .header("X-Request-Id", "mine-1")
                                .GET())
                        .header("X-Request-Id"))
                .isEqualTo("mine-1");
        assertThat(anybody.send(anybody.request("/problems/forbidden")
                                .header("X-Request-Id", "a b\"c")
                                .GET())
                        .header("X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void takesNoBodyThatBreaksOff() throws IOException {
        String request = "POST /v1/claims HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + http().key().orElseThrow()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void movesTimeForwardOnly() {
        assertThat(http().postJson("/v1/clock", "{'now': '" + NOW + "'}")
                        .json()
                        .path("now")
                        .asString())
                .isEqualTo(NOW.toString());
        assertThat(http().postJson("/v1/clock", "{'now': '2026-07-01T00:00:00Z'}")
                        .code())
                .isEqualTo("clock_moved_back");
        assertThat(http().postJson("/v1/clock", "{'now': '2026-07-01T00:00:00'}")
                        .code())
                .isEqualTo("time_without_zone");
        assertThat(http().postJson("/v1/clock", "{}").code()).isEqualTo("missing_field");
    }
}
