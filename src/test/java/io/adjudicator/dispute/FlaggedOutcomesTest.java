package io.adjudicator.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.adjudication.Ruling;
import io.adjudicator.adjudication.Rulings;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.TaskState;
import io.adjudicator.review.Finding;
import io.adjudicator.review.FlaggedOutcome;
import io.adjudicator.review.TaskVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the rules could not decide: topics that are odd or strange. */
class FlaggedOutcomesTest extends Office {

    @Autowired
    private Rulings rulings;

    @Test
    void waitsForAPersonAndChargesNothingUntilThen() {
        settled(ACME, "odd", "f1");
        FlaggedOutcome flagged = flagged("f1");
        assertThat(flagged.why()).isEqualTo("topic_is_odd");
        assertThat(flagged.dueAt()).isEqualTo(closed.plus(Duration.ofDays(1)));
        assertThat(charged("f1")).isEqualByComparingTo("0");
        assertThat(held("f1")).isNotEqualByComparingTo("0");
        walkReview(flagged.id());
        List<Effect> effects = reviews.decide(List.of(seen(flagged.id())), billable(Optional.of("complex")), ROSE);
        assertThat(effects).extracting(effect -> effect.charged().toString()).containsExactly("2.49 USD");
        assertThat(decisions("f1")).containsExactly("1 NEEDS_REVIEW 0.00", "2 BILLABLE 2.49");
        assertThat(charged("f1")).isEqualByComparingTo("2.49");
        assertThat(held("f1")).isEqualByComparingTo("0");
        assertThat(cases.find(flagged.id()).orElseThrow().outcome()).contains("decided");
        assertThat(flagged("f1").decided().orElseThrow().by()).isEqualTo(ROSE.id());
        walkReview(flagged.id());
        assertThat(tasks.ofCase(flagged.id())).hasSize(1);
    }

    @Test
    void decidesLikeCasesTogetherAfterAPreview() {
        settled(ACME, "odd", "f2a", "f2b", "f2c");
        List<TaskVersion> seen = tasksOf("f2a", "f2b", "f2c");
        Finding free = new Finding(
                new Verdict.NotBillable("odd_is_free"), Optional.empty(), "We agreed that odd topics are free.");
        assertThat(reviews.preview(seen, free, ROSE))
                .extracting(Effect::verdictAfter)
                .containsExactly("NOT_BILLABLE", "NOT_BILLABLE", "NOT_BILLABLE");
        assertThat(decisions("f2a")).hasSize(1);
        assertThat(flagged("f2a").open()).isTrue();
        reviews.decide(seen, free, ROSE);
        assertThat(decisions("f2c")).containsExactly("1 NEEDS_REVIEW 0.00", "2 NOT_BILLABLE 0.00");
        assertThat(held("f2a", "f2b", "f2c")).isEqualByComparingTo("0");
    }

    @Test
    void decidesNothingTogetherThatDiffersOrMoved() {
        claimed(ACME, "strange", "f3c");
        settled(ACME, "odd", "f3a", "f3b");
        assertThat(code(() -> reviews.decide(tasksOf("f3a", "f3c"), billable(Optional.empty()), ROSE)))
                .isEqualTo("unlike_cases");
        List<TaskVersion> seen = tasksOf("f3a", "f3b");
        tasks.claim(seen.getLast().id(), seen.getLast().version(), RUTH);
        assertThat(code(() -> reviews.decide(seen, billable(Optional.empty()), ROSE)))
                .isEqualTo("task_changed");
        assertThat(flagged("f3a").open()).isTrue();
        assertThat(decisions("f3a")).hasSize(1);
    }

    @Test
    void isWithdrawnWhenAnotherDecisionSupersedesIt() {
        settled(ACME, "odd", "f4");
        FlaggedOutcome flagged = flagged("f4");
        walkReview(flagged.id());
        rulings.rule(List.of(new Ruling(
                "f4",
                outcome("f4"),
                Optional.of(new Verdict.NotBillable("test")),
                Optional.empty(),
                Set.of(),
                "elsewhere",
                "user:else",
                closed)));
        assertThat(flagged("f4").withdrawnAt()).isPresent();
        assertThat(tasks.ofCase(flagged.id()).getFirst().state()).isEqualTo(TaskState.CANCELLED);
        assertThat(cases.find(flagged.id()).orElseThrow().outcome()).contains("withdrawn");
    }

    @Test
    void twoReviewersAtOnceAreOneDecision() throws Exception {
        settled(ACME, "odd", "f5");
        List<TaskVersion> seen = tasksOf("f5");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> attempts = List.of(
                    () -> code(() -> reviews.decide(seen, billable(Optional.of("simple")), ROSE)),
                    () -> code(() -> reviews.decide(seen, billable(Optional.of("complex")), RUTH)));
            assertThat(both.invokeAll(attempts).stream().map(FlaggedOutcomesTest::got))
                    .containsExactlyInAnyOrder("accepted", "task_changed");
        }
        assertThat(decisions("f5")).hasSize(2);
    }

    @Test
    void tellsWhatIsNoFinding() {
        assertThat(code(() -> new Finding(new Verdict.NeedsReview("x"), Optional.empty(), "x")))
                .isEqualTo("not_a_verdict");
        assertThat(code(() -> new Finding(new Verdict.NotBillable("x"), Optional.of("simple"), "x")))
                .isEqualTo("tier_without_price");
    }

    private static String got(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("expected an answer, but got none", e);
        }
    }

    private FlaggedOutcome flagged(String id) {
        return reviews.ofOutcome(outcome(id)).getLast();
    }

    private List<TaskVersion> tasksOf(String... ids) {
        return Arrays.stream(ids)
                .map(id -> {
                    CaseId flagged = flagged(id).id();
                    walkReview(flagged);
                    return seen(flagged);
                })
                .toList();
    }

    private static Finding billable(Optional<String> tier) {
        return new Finding(new Verdict.Billable(), tier, "Both sources agree by now.");
    }

    private BigDecimal held(String... ids) {
        return jdbc.sql("""
                        select coalesce(sum(posting.amount), 0)
                        from posting
                        join claim using (claim_key)
                        where posting.account = 'HELD' and outcome_id = any (:outcomes)
                        """)
                .param("outcomes", Arrays.stream(ids).map(Office::outcome).toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
    }
}
