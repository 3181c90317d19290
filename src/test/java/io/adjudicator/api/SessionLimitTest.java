package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static io.adjudicator.api.Records.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** At most five records of one source in a session. */
@TestPropertySource(properties = "adjudicator.intake.session-records=5")
class SessionLimitTest extends ApiTest {

    private static String activity(String id, String session) {
        return evidence("acme", id, session, "activity");
    }

    private static String lines(String prefix, String session, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> line("evidence", activity(prefix + number, session)))
                .collect(Collectors.joining("\n"));
    }

    private List<JsonNode> batch(String lines) {
        return http().post("/v1/batches", "application/x-ndjson", lines).lines();
    }

    private int evidenceOf(String outcomeId) {
        return as(Role.AUDITOR)
                .get("/v1/claims/" + outcomeId)
                .json()
                .path("evidence")
                .size();
    }

    @Test
    void refusesTheRecordThatDoesNotFitAndStoresNothingOfIt() {
        String outcome = http().postJson("/v1/claims", claim("acme", "full"))
                .json()
                .path("id")
                .asString();
        batch(lines("full-", "s-full", 4));
        Http.Reply refused = http().postJson("/v1/evidence", activity("full-late", "s-full"));
        assertThat(refused.status() + " " + refused.code()).isEqualTo("422 session_full");
        assertThat(refused.json().path("faults").get(0).path("at").asString()).isEqualTo("/session");
        assertThat(refused.text()).contains("expected at most 5 records of one source in session \\\"s-full\\\"");
        assertThat(evidenceOf(outcome)).isEqualTo(4);
        assertThat(http().postJson("/v1/claims", claim("acme", "second").replace("s-second", "s-full"))
                        .code())
                .isEqualTo("session_full");
    }

    /** Or else whoever is paid could fill the session and keep out what speaks against the claim. */
    @Test
    void keepsNoOtherSourceOut() {
        batch(lines("filled-", "s-filled", 5));
        Http.Reply other = http().postJson(
                        "/v1/evidence",
                        evidence("acme", "filled-reopened", "s-filled", "reopened")
                                .replace("crm", "customer-desk"));
        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void answersARepeatInAFullSessionAsBefore() {
        batch(lines("again-", "s-again", 5));
        Http.Reply repeat = http().postJson("/v1/evidence", activity("again-3", "s-again"));
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json().path("status").asString()).isEqualTo("duplicate");
        assertThat(http().postJson("/v1/evidence", evidence("acme", "again-3", "s-again", "reopened"))
                        .code())
                .isEqualTo("identity_conflict");
    }

    /** The sixth line is too many, its repeat as well; the seventh repeats the first; other sessions are not touched. */
    @Test
    void keepsTheLinesOfABatchThatFit() {
        String batch = lines("part-", "s-part", 6) + "\n" + lines("part-", "s-part", 1) + "\n"
                + line("evidence", activity("part-5", "s-part")) + "\n"
                + line("claim", claim("acme", "part-other"));
        List<JsonNode> answers = batch(batch);
        assertThat(answers.stream().limit(9).map(answer -> answer.path("status").asString()))
                .containsExactly(
                        "accepted",
                        "accepted",
                        "accepted",
                        "accepted",
                        "accepted",
                        "rejected",
                        "duplicate",
                        "rejected",
                        "accepted");
        assertThat(answers.get(5).path("problem").path("type").asString()).isEqualTo("/problems/session_full");
        assertThat(batch(lines("more-", "s-part", 3)).stream()
                        .limit(3)
                        .map(answer -> answer.path("status").asString()))
                .containsOnly("rejected");
    }

    @Test
    void isNotExceededByTwoSendersAtOnce() throws Exception {
        String outcome = http().postJson("/v1/claims", claim("acme", "race"))
                .json()
                .path("id")
                .asString();
        List<Callable<Integer>> senders = new ArrayList<>();
        for (String prefix : List.of("one-", "two-", "three-", "four-")) {
            String records = lines(prefix, "s-race", 3);
            senders.add(() ->
                    batch(records).getLast().path("summary").path("accepted").asInt());
        }
        int accepted = 0;
        try (ExecutorService all = Executors.newFixedThreadPool(senders.size())) {
            for (Future<Integer> sender : all.invokeAll(senders)) {
                accepted += sender.get();
            }
        }
        assertThat(accepted).isEqualTo(4);
        assertThat(evidenceOf(outcome)).isEqualTo(4);
    }
}
