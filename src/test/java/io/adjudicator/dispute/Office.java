package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.adjudication.Claims;
import io.adjudicator.adjudication.StoredDecision;
import io.adjudicator.api.TestPostgres;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.NewTask;
import io.adjudicator.casework.Step;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.TaskState;
import io.adjudicator.casework.Tasks;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.credit.Goodwill;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.embedded.TestTime;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.review.Reviews;
import io.adjudicator.review.TaskVersion;
import io.adjudicator.window.CohortId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a real PostgreSQL and without an engine: the tests walk the processes themselves, each time from the start, as an
 * engine does that forgot everything.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.clock=movable",
            "adjudicator.contracts-dir=src/test/contracts/disputes"
        })
abstract class Office {

    static final CustomerId ACME = new CustomerId("acme");
    static final CustomerId GLOBEX = new CustomerId("globex");
    static final OutcomeType SUPPORT = new OutcomeType("support-resolution");

    static final Actor CARL = new Actor("user:carl", "Carl", Role.CUSTOMER, Optional.of(ACME));
    static final Actor GUS = new Actor("user:gus", "Gus", Role.CUSTOMER, Optional.of(GLOBEX));
    static final Actor ROSE = new Actor("user:rose", "Rose", Role.REVIEWER, Optional.empty());
    static final Actor RUTH = new Actor("user:ruth", "Ruth", Role.REVIEWER, Optional.empty());
    static final Actor FAY = new Actor("user:fay", "Fay", Role.FINANCE_ADMIN, Optional.empty());
    static final Actor FLO = new Actor("user:flo", "Flo", Role.FINANCE_ADMIN, Optional.empty());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MovableClock clock;

    @Autowired
    Disputes disputes;

    @Autowired
    DisputeDesk desk;

    @Autowired
    Reviews reviews;

    @Autowired
    CreditReviews credits;

    @Autowired
    Goodwill goodwill;

    @Autowired
    Tasks tasks;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private Adjudicator adjudicator;

    @Autowired
    private Claims claims;

    @Autowired
    private List<Step> steps;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", Database.URL::toString);
    }

    /** All of these tests share one context, and so one database: each takes names of its own. */
    private static final class Database {
        static final String URL = TestPostgres.newDatabase();
    }

    /** Time only goes on, so each test begins where the one before ended. */
    Instant occurred = Instant.EPOCH;

    Instant closed = Instant.EPOCH;

    @BeforeEach
    void begin() {
        TestTime.begin(clock);
        occurred = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        closed = occurred.plus(Duration.ofHours(72));
        clock.moveTo(occurred.plusSeconds(60));
    }

    /** For a test that is about all of a month: it begins again, in a month that has nothing in it. */
    void beginInNewMonth() {
        clock.moveTo(TestTime.nextMonth(clock.instant()));
        begin();
    }

    /** Claims of a topic. */
    void claimed(CustomerId customer, String topic, String... ids) {
        List<Received> records = Arrays.stream(ids)
                .<Received>map(id -> new Claim(
                        new SourceId("crm", id),
                        customer,
                        SUPPORT,
                        "s-" + id,
                        occurred,
                        occurred,
                        "Berlin",
                        "chat",
                        "refund",
                        Optional.empty(),
                        Map.of("topic", topic)))
                .toList();
        assertThat(adjudicator.receive(records)).allMatch(Receipt.Accepted.class::isInstance);
    }

    /** The windows of all claims of the test close. */
    void close() {
        clock.moveTo(closed);
        adjudicator.settle(CohortId.of(ACME, 1, SUPPORT, closed));
        adjudicator.settle(CohortId.of(GLOBEX, 1, SUPPORT, closed));
    }

    /** Claims of a topic whose windows have closed. */
    void settled(CustomerId customer, String topic, String... ids) {
        claimed(customer, topic, ids);
        close();
    }

    static String outcome(String id) {
        return new SourceId("crm", id).derived("oc");
    }

    Receipt receive(Received record) {
        return adjudicator.receive(List.of(record)).getFirst();
    }

    /** {@code 1 BILLABLE 0.99}: each decision of an outcome, first to last. */
    List<String> decisions(String id) {
        return claims.dossier(outcome(id)).orElseThrow().decisions().stream()
                .map(Office::shown)
                .toList();
    }

    private static String shown(StoredDecision decision) {
        JsonNode document = JSON.readTree(decision.document());
        return decision.number() + " " + decision.verdict() + " "
                + document.path("amount").asString();
    }

    /** What the customer is charged for an outcome, in all. */
    BigDecimal charged(String... ids) {
        return jdbc.sql("""
                        select coalesce(sum(posting.amount), 0)
                        from posting
                        join claim using (claim_key)
                        where posting.account = 'RECEIVABLE' and outcome_id = any (:outcomes)
                        """)
                .param("outcomes", Arrays.stream(ids).map(Office::outcome).toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
    }

    static NewDispute objection(String reference, Selection selection, NewEvidence... evidence) {
        return new NewDispute(ACME, reference, selection, "not_resolved", "Nobody was helped.", List.of(evidence));
    }

    static Selection.Outcomes of(String... ids) {
        return new Selection.Outcomes(Arrays.stream(ids).map(Office::outcome).toList());
    }

    CaseId raise(String reference, String... ids) {
        return disputes.raise(objection(reference, of(ids)), CARL).dispute().id();
    }

    DisputeState state(CaseId id) {
        return disputes.find(id).orElseThrow().standing().state();
    }

    /** Goes through a dispute's process until it waits for somebody or has ended. */
    void walk(CaseId id) {
        Map<String, Object> variables = step("dispute.readjudicate").run(id);
        for (String next = word(variables); !next.equals("done") && !next.equals("wait"); next = word(variables)) {
            boolean done = next.equals("review")
                    ? answered(id, TaskKind.REVIEW_DISPUTE, variables)
                    : walkCredit(new CaseId((String) variables.get("creditCaseId")));
            if (!done) {
                return;
            }
            variables = step("dispute.proceed").run(id);
        }
    }

    /** Answers whether it has ended. */
    boolean walkCredit(CaseId id) {
        Map<String, Object> variables = step("credit.prepare").run(id);
        for (String next = word(variables); next.startsWith("approve"); next = word(variables)) {
            TaskKind kind = next.equals("approve") ? TaskKind.APPROVE_CREDIT : TaskKind.APPROVE_CREDIT_AGAIN;
            if (!answered(id, kind, variables)) {
                return false;
            }
            variables = step("credit.proceed").run(id);
        }
        if (word(variables).equals("post")) {
            step("credit.post").run(id);
        }
        return true;
    }

    void walkReview(CaseId id) {
        Map<String, Object> variables = step("review.prepare").run(id);
        if (word(variables).equals("decide")) {
            answered(id, TaskKind.DECIDE_FLAGGED_OUTCOME, variables);
        }
    }

    private static String word(Map<String, Object> variables) {
        return (String) variables.get("next");
    }

    private boolean answered(CaseId id, TaskKind kind, Map<String, Object> variables) {
        int round = (Integer) variables.get("round");
        tasks.ask(new NewTask(
                id,
                kind,
                round,
                Optional.of(Instant.parse((String) variables.get("remindAt"))),
                Optional.of(Instant.parse((String) variables.get("dueAt"))),
                1));
        return tasks.ofCase(id).stream()
                .filter(task -> task.kind() == kind && task.round() == round)
                .anyMatch(task -> task.state() == TaskState.DONE);
    }

    private Step step(String job) {
        return steps.stream().filter(step -> step.job().equals(job)).findAny().orElseThrow();
    }

    Task openTask(CaseId id) {
        return tasks.ofCase(id).stream().filter(Task::open).findAny().orElseThrow();
    }

    TaskVersion seen(CaseId id) {
        Task task = openTask(id);
        return new TaskVersion(task.id(), task.version());
    }

    void answer(CaseId id, Answer answer, Actor by) {
        desk.answer(List.of(seen(id)), answer, by);
        walk(id);
    }

    /** The credit that a dispute waits for. */
    CaseId credit(CaseId dispute) {
        return disputes.find(dispute).orElseThrow().standing().credit().orElseThrow();
    }

    void approve(CaseId dispute, boolean approved, String reason, Actor by) {
        TaskVersion task = seen(credit(dispute));
        credits.decide(task.id(), task.version(), approved, reason, by);
        walk(dispute);
    }

    List<String> timeline(CaseId id) {
        return cases.timeline(id).stream().map(CaseEvent::what).toList();
    }

    static String code(Runnable refused) {
        try {
            refused.run();
        } catch (Refused e) {
            return e.code();
        }
        return "accepted";
    }

    static Answer upheld() {
        return new Answer.Upheld("The customer wrote again the same day.", Optional.empty());
    }

    void later(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }
}
