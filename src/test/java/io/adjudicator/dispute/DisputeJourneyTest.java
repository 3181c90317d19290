package io.adjudicator.dispute;

import static io.adjudicator.dispute.LiveOffice.BOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.Tasks;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.review.Finding;
import io.adjudicator.review.Reviews;
import io.adjudicator.review.TaskVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same with a real engine: what people do is done here, everything else by the processes. */
class DisputeJourneyTest {

    private static final int MANY = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    @TempDir
    private static Path directory;

    private static Optional<LiveOffice> running = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(LiveOffice.start(directory));
        Map<String, String> topics = new HashMap<>();
        List.of("c-0", "api-1", "api-2").forEach(claim -> topics.put(claim, "insurance"));
        topics.put("c-1", "odd");
        IntStream.range(2, MANY + 2).forEach(claim -> topics.put("c-" + claim, "refund"));
        office().settled(topics);
    }

    @AfterAll
    static void stop() {
        running.ifPresent(LiveOffice::close);
    }

    @Test
    void aDisputeGoesToItsCreditNote() {
        CaseId id = office().raise("j1", "c-0");
        office().answer(
                        id,
                        new Answer.Asked("Which ticket?", Side.CUSTOMER, Optional.empty(), Optional.empty()),
                        Office.ROSE);
        office().awaitState(id, DisputeState.WAITING);
        office().bringEvidence(id);
        assertThat(office().task(id).round()).isEqualTo(2);
        office().answer(id, Office.upheld(), Office.ROSE);
        office().approve(office().credit(id), Office.FAY);
        office().awaitState(id, DisputeState.UPHELD);
        assertThat(office().charged("c-0")).isEqualByComparingTo("0");
    }

    /** Everybody uses the API alone, each with a key of their own. */
    @Test
    void twoPeopleOfFinanceApproveWhatADisputeGivesBack() {
        String customer = key(Role.CUSTOMER, Optional.of(Office.ACME));
        String reviewer = key(Role.REVIEWER, Optional.empty());
        String finance = key(Role.FINANCE_ADMIN, Optional.empty());
        String otherFinance = key(Role.FINANCE_ADMIN, Optional.empty());

        JsonNode raised = post(
                customer,
                "/v1/disputes",
                201,
                "{'customer': 'acme', 'id': 'api', 'reason': 'not_resolved', 'outcomes': ['%s', '%s']}"
                        .formatted(Office.outcome("api-1"), Office.outcome("api-2")));
        String dispute = "/v1/disputes/" + raised.path("id").asString();
        JsonNode review = openTask(reviewer, raised.path("id").asString());
        decide(reviewer, review, 200, "'answer': 'upheld', 'reason': 'The customer wrote again.'");

        String credit = await().atMost(BOUND)
                .until(() -> get(customer, dispute).path("creditReview").asString(""), id -> !id.isEmpty());
        JsonNode approval = openTask(finance, credit);
        assertThat(approval.path("kind").asString()).isEqualTo("approve-credit");
        decide(finance, approval, 200, "'decision': 'approved'");
        JsonNode again = openTask(finance, credit);
        assertThat(again.path("kind").asString()).isEqualTo("approve-credit-again");
        assertThat(decide(finance, again, 409, "'decision': 'approved'")
                        .path("type")
                        .asString())
                .endsWith("four_eyes");
        assertThat(get(customer, dispute).path("state").asString()).isEqualTo("IN_CREDIT_REVIEW");
        decide(otherFinance, again, 200, "'decision': 'approved'");

        await().atMost(BOUND)
                .until(() -> get(customer, dispute).path("state").asString().equals("UPHELD"));
        JsonNode posted = get(finance, "/v1/credit-reviews/" + credit);
        assertThat(posted.path("state").asString()).isEqualTo("POSTED");
        assertThat(posted.path("approvals")
                        .valueStream()
                        .map(step -> step.path("step").asInt()))
                .containsExactly(1, 2);
        assertThat(get(customer, dispute)
                        .path("effects")
                        .valueStream()
                        .map(effect -> effect.path("charged").asString()))
                .containsExactly("-2.49", "-2.49");
        assertThat(get(customer, "/v1/claims/" + Office.outcome("api-2"))
                        .path("state")
                        .asString())
                .isEqualTo("NOT_BILLABLE");
        assertThat(tasks(finance, credit, "DONE")).hasSize(2);
    }

    @Test
    void aFlaggedOutcomeIsDecided() {
        Reviews reviews = office().bean(Reviews.class);
        CaseId id = reviews.ofOutcome(Office.outcome("c-1")).getLast().id();
        Task task = office().task(id);
        reviews.decide(
                List.of(new TaskVersion(task.id(), task.version())),
                new Finding(new Verdict.Billable(), Optional.empty(), "Looked at."),
                Office.ROSE);
        assertThat(office().charged("c-1")).isEqualByComparingTo("0.99");
    }

    @Test
    void manyDisputesAreManyTasksAndNoneIsLostOrDoubled() {
        List<CaseId> ids = IntStream.range(2, MANY + 2)
                .mapToObj(claim -> office().raise("m" + claim, "c-" + claim))
                .toList();
        List<TaskVersion> seen = ids.stream()
                .map(office()::task)
                .map(task -> new TaskVersion(task.id(), task.version()))
                .toList();
        office().bean(DisputeDesk.class).answer(seen, Office.upheld(), Office.ROSE);
        await().atMost(BOUND).until(() -> ids.stream().allMatch(id -> office().state(id) == DisputeState.UPHELD));
        assertThat(ids)
                .allSatisfy(
                        id -> assertThat(office().bean(Tasks.class).ofCase(id)).hasSize(1));
        assertThat(
                        office().count(
                                        "select count(*) from decision where number = 2 and verdict = 'NOT_BILLABLE' and amount = 0"))
                .isGreaterThanOrEqualTo(MANY);
        assertThat(office().count("select count(*) from decision where number > 2"))
                .isZero();
    }

    private static LiveOffice office() {
        return running.orElseThrow();
    }

    private static String key(Role role, Optional<CustomerId> customer) {
        return office().bean(Keys.class).create(role, customer, "journey").text();
    }

    /** The one open task of the case, once it is in the queue. */
    private static JsonNode openTask(String key, String caseId) {
        return await().atMost(BOUND)
                .until(() -> tasks(key, caseId, "OPEN"), open -> open.size() == 1)
                .getFirst();
    }

    private static List<JsonNode> tasks(String key, String caseId, String state) {
        return get(key, "/v1/tasks?limit=100&state=" + state + "&text=" + caseId)
                .path("tasks")
                .valueStream()
                .toList();
    }

    private static JsonNode decide(String key, JsonNode task, int status, String members) {
        return post(
                key,
                "/v1/tasks/" + task.path("id").asString() + "/decision",
                status,
                "{'version': %d, %s}".formatted(task.path("version").asInt(), members));
    }

    private static JsonNode get(String key, String path) {
        return send(key, path, 200, HttpRequest.newBuilder().GET());
    }

    /** Single quotes stand for double ones. */
    private static JsonNode post(String key, String path, int status, String json) {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'));
        return send(
                key,
                path,
                status,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(body));
    }

    private static JsonNode send(String key, String path, int status, HttpRequest.Builder request) {
        HttpRequest asked = request.uri(URI.create("http://127.0.0.1:" + office().port() + path))
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<String> answer =
                CLIENT.sendAsync(asked, HttpResponse.BodyHandlers.ofString()).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
