package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adjudicator.Application;
import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.Tasks;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.review.Finding;
import io.adjudicator.review.Reviews;
import io.adjudicator.review.TaskVersion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same with a real engine: what people do is done here, everything else by the processes. */
class DisputeJourneyTest {

    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final Instant OCCURRED = Instant.parse("2026-07-01T10:00:00Z");
    private static final int MANY = 40;

    @TempDir
    private static Path directory;

    private static Optional<ConfigurableApplicationContext> service = Optional.empty();

    @BeforeAll
    static void start() {
        service = Optional.of(new SpringApplicationBuilder(Application.class)
                .run(
                        "--adjudicator.data-dir=" + directory.resolve("data"),
                        "--adjudicator.contracts-dir=src/test/contracts/disputes",
                        "--adjudicator.clock=movable",
                        "--server.port=0",
                        "--spring.main.register-shutdown-hook=false"));
        MovableClock clock = bean(MovableClock.class);
        clock.moveTo(OCCURRED.plusSeconds(60));
        bean(Adjudicator.class)
                .receive(IntStream.range(0, MANY + 2)
                        .<Received>mapToObj(DisputeJourneyTest::claim)
                        .toList());
        clock.moveTo(OCCURRED.plus(Duration.ofHours(73)));
        await().atMost(BOUND).until(() -> count("select count(*) from decision") == MANY + 2);
    }

    @AfterAll
    static void stop() {
        service.ifPresent(ConfigurableApplicationContext::close);
    }

    @Test
    void aDisputeGoesToItsCreditNote() {
        CaseId id = raise("j1", "c-0");
        answer(id, new Answer.Asked("Which ticket?", Side.CUSTOMER, Optional.empty(), Optional.empty()), Office.ROSE);
        await().atMost(BOUND).until(() -> state(id) == DisputeState.WAITING);
        bean(Disputes.class)
                .addEvidence(
                        id,
                        new NewEvidence(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("Ticket 4711"),
                                Optional.empty()),
                        Office.CARL);
        assertThat(task(id).round()).isEqualTo(2);
        answer(id, Office.upheld(), Office.ROSE);
        await().atMost(BOUND).until(() -> state(id) == DisputeState.IN_CREDIT_REVIEW);
        CaseId credit = dispute(id).standing().credit().orElseThrow();
        Task approval = task(credit);
        bean(CreditReviews.class).decide(approval.id(), approval.version(), true, "", Office.FAY);
        await().atMost(BOUND).until(() -> state(id) == DisputeState.UPHELD);
        assertThat(charged("c-0")).isEqualByComparingTo("0");
    }

    @Test
    void aFlaggedOutcomeIsDecided() {
        Reviews reviews = bean(Reviews.class);
        CaseId id = reviews.ofOutcome(Office.outcome("c-1")).getLast().id();
        Task task = task(id);
        reviews.decide(
                List.of(new TaskVersion(task.id(), task.version())),
                new Finding(new Verdict.Billable(), Optional.empty(), "Looked at."),
                Office.ROSE);
        assertThat(charged("c-1")).isEqualByComparingTo("0.99");
    }

    @Test
    void manyDisputesAreManyTasksAndNoneIsLostOrDoubled() {
        List<CaseId> ids = IntStream.range(2, MANY + 2)
                .mapToObj(claim -> raise("m" + claim, "c-" + claim))
                .toList();
        List<TaskVersion> seen = ids.stream()
                .map(DisputeJourneyTest::task)
                .map(task -> new TaskVersion(task.id(), task.version()))
                .toList();
        bean(DisputeDesk.class).answer(seen, Office.upheld(), Office.ROSE);
        await().atMost(BOUND).until(() -> ids.stream().allMatch(id -> state(id) == DisputeState.UPHELD));
        assertThat(ids)
                .allSatisfy(id -> assertThat(bean(Tasks.class).ofCase(id)).hasSize(1));
        assertThat(count("select count(*) from decision where number = 2 and verdict = 'NOT_BILLABLE' and amount = 0"))
                .isGreaterThanOrEqualTo(MANY);
        assertThat(count("select count(*) from decision where number > 2")).isZero();
    }

    /** The first costs 2.49, the second goes to a person, the others cost 0.99. */
    private static Claim claim(int number) {
        String topic = number == 0 ? "insurance" : number == 1 ? "odd" : "refund";
        return new Claim(
                new SourceId("crm", "c-" + number),
                Office.ACME,
                Office.SUPPORT,
                "s-" + number,
                OCCURRED,
                OCCURRED,
                "Berlin",
                "chat",
                "refund",
                Optional.empty(),
                Map.of("topic", topic));
    }

    private static CaseId raise(String reference, String claim) {
        return bean(Disputes.class)
                .raise(Office.objection(reference, Office.of(claim)), Office.CARL)
                .dispute()
                .id();
    }

    private static void answer(CaseId id, Answer answer, Actor by) {
        Task task = task(id);
        bean(DisputeDesk.class).answer(List.of(new TaskVersion(task.id(), task.version())), answer, by);
    }

    private static Task task(CaseId id) {
        return await().atMost(BOUND)
                .until(
                        () -> bean(Tasks.class).ofCase(id).stream()
                                .filter(Task::open)
                                .toList(),
                        open -> open.size() == 1)
                .getFirst();
    }

    private static Dispute dispute(CaseId id) {
        return bean(Disputes.class).find(id).orElseThrow();
    }

    private static DisputeState state(CaseId id) {
        return dispute(id).standing().state();
    }

    private static BigDecimal charged(String claim) {
        return bean(JdbcClient.class)
                .sql("""
                        select coalesce(sum(posting.amount), 0)
                        from posting
                        join claim using (claim_key)
                        where posting.account = 'RECEIVABLE' and outcome_id = :outcome
                        """)
                .param("outcome", Office.outcome(claim))
                .query(BigDecimal.class)
                .single();
    }

    private static long count(String query) {
        return bean(JdbcClient.class).sql(query).query(Long.class).single();
    }

    private static <T> T bean(Class<T> type) {
        return service.orElseThrow().getBean(type);
    }
}
