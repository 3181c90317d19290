package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.NewTask;
import io.adjudicator.casework.Step;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.window.CohortId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Disputes, decisions and credits as callers see them; the steps of the processes are asked by hand. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.clock=movable",
            "adjudicator.contracts-dir=src/test/contracts/disputes"
        })
@DirtiesContext
class DisputeApiTest {

    private static final Instant SETTLES = Instant.parse("2026-07-04T10:00:00Z");
    private static final CustomerId ACME = new CustomerId("acme");
    private static final CustomerId GLOBEX = new CustomerId("globex");

    @LocalServerPort
    private int port;

    @Autowired
    private Keys keys;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Adjudicator adjudicator;

    @Autowired
    private Tasks tasks;

    @Autowired
    private List<Step> steps;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestPostgres::newDatabase);
    }

    /** One claim for each test, all settled together, because time only goes on. */
    @BeforeEach
    void settle() {
        if (clock.instant().isBefore(SETTLES) || clock.instant().isAfter(SETTLES.plusSeconds(86_400))) {
            clock.moveTo(ApiTest.NOW);
            for (String id : List.of("a1", "a2", "a3", "a4", "a5", "a6")) {
                as(Role.SERVICE).postJson("/v1/claims", Records.claim("acme", id, "'topic': 'insurance'"));
            }
            as(Role.SERVICE).postJson("/v1/claims", Records.claim("acme", "odd1", "'topic': 'odd'"));
            as(Role.SERVICE).postJson("/v1/claims", Records.claim("acme", "odd2", "'topic': 'odd'"));
            clock.moveTo(SETTLES);
            adjudicator.settle(CohortId.of(ACME, 1, new OutcomeType("support-resolution"), SETTLES));
        }
    }

    @Test
    void followsADisputeToItsCredit() {
        Http customer = as(Role.CUSTOMER);
        Http.Reply raised = raise(customer, "t1", "a1");
        assertThat(raised.status()).isEqualTo(201);
        assertThat(raise(customer, "t1", "a1").status()).isEqualTo(200);
        String path = raised.header("Location");
        CaseId id = new CaseId(raised.json().path("id").asString());
        String task = ask(id, TaskKind.REVIEW_DISPUTE, "dispute.readjudicate");
        Http reviewer = as(Role.REVIEWER);
        assertThat(decide(reviewer, task, "'answer': 'ask', 'of': 'customer', 'reason': 'Which ticket?'")
                        .json()
                        .at("/dispute/state")
                        .asString())
                .isEqualTo("WAITING");
        Http.Reply brought = customer.postJson(
                path + "/evidence",
                "{'kind': 'reopened', 'occurredAt': '2026-07-01T15:00:00Z', 'note': 'Ticket 4711'}");
        assertThat(brought.json().path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(brought.json().at("/evidence/0/grade").asString()).isEqualTo("affected_party");
        task = ask(id, TaskKind.REVIEW_DISPUTE, "dispute.proceed");
        assertThat(decide(reviewer, task, "'answer': 'upheld', 'reason': 'Reopened.'")
                        .status())
                .isEqualTo(200);
        CaseId credit = new CaseId((String) step("dispute.proceed").run(id).get("creditCaseId"));
        String approval = ask(credit, TaskKind.APPROVE_CREDIT, "credit.prepare");
        assertThat(decide(reviewer, approval, "'decision': 'approved'").status())
                .isEqualTo(403);
        assertThat(decide(as(Role.FINANCE_ADMIN), approval, "'decision': 'approved'")
                        .json()
                        .at("/credit/state")
                        .asString())
                .isEqualTo("APPROVED");
        step("dispute.proceed").run(id);
        JsonNode settledDispute = customer.get(path).json();
        assertThat(settledDispute.path("state").asString()).isEqualTo("UPHELD");
        assertThat(settledDispute.at("/effects/0/charged").asString()).isEqualTo("-2.49");
        assertThat(settledDispute
                        .path("timeline")
                        .valueStream()
                        .map(event -> event.path("what").asString()))
                .doesNotContain("task_completed")
                .contains("dispute_raised", "evidence_added", "answer_given", "decisions_superseded", "dispute_upheld");
        assertThat(as(Role.AUDITOR)
                        .get("/v1/credit-reviews?state=POSTED")
                        .json()
                        .valueStream())
                .extracting(row -> row.path("id").asString())
                .contains(credit.value());
        assertThat(as(Role.AUDITOR)
                        .get("/v1/credit-reviews/" + credit)
                        .json()
                        .at("/approvals/0/approved")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCustomerSeesItsOwnAlone() {
        String path = raise(as(Role.CUSTOMER), "t2", "a2").header("Location");
        Http other = withCustomer(GLOBEX);
        assertThat(other.get(path).code()).isEqualTo("unknown_dispute");
        assertThat(other.postJson(path + "/evidence", "{'note': 'x'}").code()).isEqualTo("unknown_dispute");
        assertThat(other.postJson(path + "/withdrawal", "{'reason': 'x'}").code())
                .isEqualTo("unknown_dispute");
        assertThat(other.get("/v1/disputes").json().path("disputes").size()).isZero();
        assertThat(raise(other, "t2x", "a2").status()).isEqualTo(403);
        assertThat(other.postJson(
                                "/v1/disputes",
                                "{'customer': 'globex', 'id': 'x', 'reason': 'not_ours', 'outcomes': ['" + outcome("a2")
                                        + "']}")
                        .code())
                .isEqualTo("unknown_outcome");
        assertThat(as(Role.CUSTOMER)
                        .postJson(path + "/withdrawal", "{'reason': 'We found it.'}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(as(Role.CUSTOMER)
                        .postJson(path + "/withdrawal", "{'reason': 'Again.'}")
                        .code())
                .isEqualTo("dispute_answered");
        assertThat(as(Role.REVIEWER)
                        .postJson(path + "/evidence", "{'note': 'x'}")
                        .code())
                .isEqualTo("dispute_answered");
    }

    @Test
    void showsWhatADisputeWouldTakeAndRaisesNothing() {
        String filter = "{'customer': 'acme', 'filter': {'verdict': 'BILLABLE', 'tier': 'complex'}}";
        JsonNode preview =
                as(Role.REVIEWER).postJson("/v1/disputes/preview", filter).json();
        assertThat(preview.path("outcomes").asInt())
                .isPositive()
                .isEqualTo(preview.path("population").asInt());
        assertThat(preview.at("/first/0/amount").asString()).isEqualTo("2.49");
        assertThat(preview.at("/amounts/0/unit").asString()).isEqualTo("USD");
        assertThat(preview.has("refusedAs")).isFalse();
        assertThat(as(Role.CUSTOMER)
                        .postJson("/v1/disputes/preview", filter)
                        .json()
                        .path("outcomes"))
                .isEqualTo(preview.path("outcomes"));
        assertThat(withCustomer(GLOBEX).postJson("/v1/disputes/preview", filter).status())
                .isEqualTo(403);
        assertThat(as(Role.CUSTOMER)
                        .postJson("/v1/disputes/preview", "{'customer': 'acme', 'filter': {'tier': 'none'}}")
                        .json()
                        .path("refusedAs")
                        .asString())
                .isEqualTo("nothing_to_dispute");
        assertThat(as(Role.CUSTOMER)
                        .postJson("/v1/disputes/preview", "{'customer': 'acme', 'id': 'x', 'filter': {}}")
                        .code())
                .isEqualTo("unknown_field");
    }

    @Test
    void pagesThroughDisputes() {
        raise(as(Role.CUSTOMER), "t3", "a3");
        raise(as(Role.CUSTOMER), "t4", "a4");
        Http auditor = as(Role.AUDITOR);
        JsonNode first = auditor.get("/v1/disputes?limit=1&customer=acme").json();
        JsonNode second = auditor.get("/v1/disputes?limit=1&customer=acme&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(second.at("/disputes/0/id")).isNotEqualTo(first.at("/disputes/0/id"));
        assertThat(auditor.get("/v1/disputes?outcomeId=" + outcome("a3"))
                        .json()
                        .at("/disputes/0/outcomes")
                        .asInt())
                .isEqualTo(1);
        assertThat(auditor.get("/v1/disputes?state=LOST").code()).isEqualTo("bad_parameter");
    }

    @Test
    void decidesFlaggedOutcomesTogether() {
        Http reviewer = as(Role.REVIEWER);
        String many = "{'tasks': [%s, %s], 'decision': {'verdict': 'NOT_BILLABLE', 'code': 'odd', 'reason': 'Agreed.'}}"
                .formatted(flagged("odd1"), flagged("odd2"));
        assertThat(reviewer.postJson("/v1/reviews/decisions/preview", many)
                        .json()
                        .at("/effects/1/verdictAfter")
                        .asString())
                .isEqualTo("NOT_BILLABLE");
        assertThat(reviewer.postJson("/v1/reviews/decisions", many)
                        .json()
                        .path("tasks")
                        .asInt())
                .isEqualTo(2);
        assertThat(reviewer.postJson("/v1/reviews/decisions", many).code()).isEqualTo("task_changed");
        assertThat(reviewer.get("/v1/claims/" + outcome("odd1"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("NOT_BILLABLE");
    }

    @Test
    void asksForGoodwill() {
        Http finance = as(Role.FINANCE_ADMIN);
        String asked = "{'customer': 'acme', 'id': 'w1', 'amount': 2, 'reason': 'The outage.'}";
        Http.Reply reply = finance.postJson("/v1/credit-reviews", asked);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(finance.postJson("/v1/credit-reviews", asked).status()).isEqualTo(200);
        assertThat(finance.postJson("/v1/credit-reviews", asked.replace("2,", "3,"))
                        .code())
                .isEqualTo("credit_conflict");
        CaseId id = new CaseId(reply.json().path("id").asString());
        String task = ask(id, TaskKind.APPROVE_CREDIT, "credit.prepare");
        assertThat(decide(finance, task, "'decision': 'rejected'").code()).isEqualTo("missing_field");
        assertThat(decide(as(Role.FINANCE_ADMIN), task, "'decision': 'rejected', 'reason': 'No.'")
                        .json()
                        .at("/credit/state")
                        .asString())
                .isEqualTo("REJECTED");
        assertThat(finance.postJson("/v1/credit-reviews", asked.replace("'w1'", "'w2', 'dispute': 'dsp_none'"))
                        .code())
                .isEqualTo("unknown_dispute");
        assertThat(finance.get("/v1/credit-reviews/crv_none").code()).isEqualTo("unknown_credit_review");
    }

    @Test
    void tellsEverythingThatIsWrong() {
        JsonNode faults = as(Role.CUSTOMER)
                .postJson(
                        "/v1/disputes",
                        "{'customer': 'acme', 'id': '/x', 'reason': 'Not so', 'filter': {'verdict': 'MAYBE'},"
                                + " 'sample': {'period': 'July', 'size': 0}, 'evidence': [{'kind': 'odd'}, 3]}")
                .json()
                .path("faults");
        assertThat(faults.valueStream()
                        .map(fault -> fault.path("code").asString() + " "
                                + fault.path("at").asString()))
                .contains(
                        "bad_reference /id",
                        "bad_reason /reason",
                        "missing_field /outcomes",
                        "not_a_verdict /filter/verdict",
                        "unknown_evidence_kind /evidence/0/kind",
                        "wrong_type /evidence/1");
        CaseId id = new CaseId(
                raise(as(Role.CUSTOMER), "t5", "a5").json().path("id").asString());
        String review = ask(id, TaskKind.REVIEW_DISPUTE, "dispute.readjudicate");
        assertThat(decide(as(Role.REVIEWER), review, "'answer': 'maybe', 'reason': 'x'")
                        .code())
                .isEqualTo("unknown_answer");
        assertThat(decide(as(Role.REVIEWER), review, "'answer': 'ask', 'of': 'judge', 'reason': 'x'")
                        .code())
                .isEqualTo("unknown_side");
        assertThat(decide(as(Role.REVIEWER), review, "'answer': 'upheld'").code())
                .isEqualTo("missing_field");
        assertThat(as(Role.REVIEWER)
                        .postJson("/v1/tasks/" + review + "/decision", "{'answer': 'upheld', 'reason': 'x'}")
                        .code())
                .isEqualTo("missing_field");
    }

    private Http.Reply raise(Http caller, String id, String claim) {
        return caller.postJson(
                "/v1/disputes",
                "{'customer': 'acme', 'id': '%s', 'reason': 'not_resolved', 'outcomes': ['%s']}"
                        .formatted(id, outcome(claim)));
    }

    private static String outcome(String claim) {
        return new SourceId("crm", claim).derived("oc");
    }

    private String flagged(String claim) {
        CaseId id = new CaseId(new SourceId(outcome(claim), "1").derived("rev"));
        return "{'id': '" + ask(id, TaskKind.DECIDE_FLAGGED_OUTCOME, "review.prepare") + "', 'version': 1}";
    }

    /** As a process does that comes to a task; answers the task's id. */
    private String ask(CaseId id, TaskKind kind, String job) {
        Map<String, Object> variables = step(job).run(id);
        int round = (Integer) variables.get("round");
        tasks.ask(new NewTask(id, kind, round, Optional.empty(), Optional.empty(), 1));
        return tasks.ofCase(id).getLast().id().value();
    }

    private Step step(String job) {
        return steps.stream().filter(step -> step.job().equals(job)).findAny().orElseThrow();
    }

    private static Http.Reply decide(Http caller, String task, String members) {
        return caller.postJson("/v1/tasks/" + task + "/decision", "{'version': 1, " + members + "}");
    }

    private Http as(Role role) {
        return role == Role.CUSTOMER ? withCustomer(ACME) : key(role, Optional.empty());
    }

    private Http withCustomer(CustomerId customer) {
        return key(Role.CUSTOMER, Optional.of(customer));
    }

    private Http key(Role role, Optional<CustomerId> customer) {
        return new Http(port, Optional.of(keys.create(role, customer, "test").text()));
    }
}
