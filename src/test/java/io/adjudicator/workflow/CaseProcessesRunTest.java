package io.adjudicator.workflow;

import static io.adjudicator.workflow.CaseService.FINANCE;
import static io.adjudicator.workflow.CaseService.LEAD;
import static io.adjudicator.workflow.CaseService.OTHER_FINANCE;
import static io.adjudicator.workflow.CaseService.REVIEWER;
import static io.adjudicator.workflow.CaseService.START;
import static io.adjudicator.workflow.ToldSteps.DONE;
import static io.adjudicator.workflow.ToldSteps.ask;
import static io.adjudicator.workflow.ToldSteps.credit;
import static io.adjudicator.workflow.ToldSteps.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.Reminders;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskFilter;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.TaskPlace;
import io.adjudicator.casework.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way through the processes of cases, on the real broker and PostgreSQL, with the clock moved. The tests share the service: each
 * has cases of its own, and begins where the clock was left.
 */
class CaseProcessesRunTest {

    @TempDir
    private static Path directory;

    private static CaseService service;

    @BeforeAll
    static void start() {
        service = CaseService.start(directory);
        service.moveTo(START);
        ToldSteps.watch(service.bean(Reminders.class));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aFlaggedOutcomeIsDecidedByAPerson() {
        CaseId id = service.open(CaseKind.CLAIM_REVIEW, "flagged", ask("decide", 1, service.now()));
        Task task = service.task(id);
        assertThat(task.kind()).isEqualTo(TaskKind.DECIDE_FLAGGED_OUTCOME);
        assertThat(task.dueAt()).contains(service.now().plus(Duration.ofDays(2)));

        service.complete(task, REVIEWER, DONE);
        service.awaitClosed(id);
        service.awaitEnded(id);
    }

    @Test
    void whoDoesNotDecideIsRemindedAndThenTheLeadIsTold() {
        CaseId id = service.open(CaseKind.CLAIM_REVIEW, "slow", ask("decide", 1, service.now()));
        Task task = service.task(id);
        Instant opened = service.now();
        assertThat(service.events(id)).isEmpty();

        service.moveTo(opened.plus(Duration.ofDays(1)));
        service.awaitEvent(id, "task_reminded");
        assertThat(service.task(id).overdue()).isFalse();
        service.moveTo(opened.plus(Duration.ofDays(2)));
        service.awaitEvent(id, "task_overdue");

        // The broker gives a job that was kept for a day to somebody else: it is the same task.
        assertThat(service.task(id).overdue()).isTrue();
        assertThat(service.task(id).id()).isEqualTo(task.id());
        service.complete(service.task(id), REVIEWER, DONE);
        service.awaitClosed(id);
        assertThat(service.events(id)).containsExactly("task_reminded", "task_overdue", "task_completed");
    }

    /** Both timers of each user task ask for reminders by themselves; whoever sweeps all tasks besides does not count here. */
    @Test
    void theTimersOfDisputesAndCreditsRemindAndThenTellTheLead() {
        CaseId dispute = service.open(CaseKind.DISPUTE, "slow", ask("review", 1, service.now()));
        CaseId first = service.open(CaseKind.CREDIT_REVIEW, "slowfirst", ask("approve", 1, service.now()));
        CaseId second = service.open(CaseKind.CREDIT_REVIEW, "slowsecond", ask("approve-again", 1, service.now()));
        List<CaseId> slow = List.of(dispute, first, second);
        slow.forEach(service::task);
        Instant opened = service.now();

        service.moveTo(opened.plus(Duration.ofDays(1)));
        slow.forEach(id -> service.awaitTimersFired(id, 1));
        slow.forEach(id -> assertThat(service.events(id)).containsExactly("task_reminded"));
        slow.forEach(id -> assertThat(service.task(id).overdue()).isFalse());

        service.moveTo(opened.plus(Duration.ofDays(2)));
        slow.forEach(id -> service.awaitTimersFired(id, 2));
        slow.forEach(id -> assertThat(service.events(id)).containsExactly("task_reminded", "task_overdue"));
        TaskFilter overdue = new TaskFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("slow"),
                false,
                true);
        assertThat(service.tasks().list(overdue, TaskPlace.START, 10))
                .extracting(Task::caseId)
                .containsExactlyInAnyOrderElementsOf(slow);

        Task late = service.task(dispute);
        service.tasks().reassign(late.id(), late.version(), "user:ruth", LEAD);
        assertThat(service.task(dispute).assignee()).contains("user:ruth");
    }

    /** More often than the three retries that the diagrams name; then what was wrong is mended. */
    @Test
    void whateverAStepDoesWrongItsProcessWaitsAndGoesOnOnceItIsMended() {
        Map<String, Object> right = ask("review", 1, service.now());
        List<CaseId> blocked = Stream.of(
                        Map.entry("broken", ToldSteps.BROKEN),
                        Map.entry("no-word", without(right, "next")),
                        Map.entry("other-word", with(right, "next", "revieu")),
                        Map.entry("no-round", without(right, "round")),
                        Map.entry("no-reminder", without(right, "remindAt")),
                        Map.entry("no-instant", with(right, "dueAt", "tomorrow")),
                        Map.entry("no-deadline", Map.<String, Object>of("next", "wait")),
                        Map.entry("no-credit", Map.<String, Object>of("next", "credit")))
                .map(told -> service.open(CaseKind.DISPUTE, told.getKey().replace("-", ""), told.getValue()))
                .toList();
        for (int tries = 1; tries <= 5; tries++) {
            int tried = tries;
            blocked.forEach(id -> service.awaitRanTimes(id, tried));
            service.awaitJobsFailing(blocked.size());
            service.moveTo(service.now().plus(Duration.ofMinutes(1)));
        }
        blocked.forEach(id -> ToldSteps.tell(id, right));
        service.moveTo(service.now().plus(Duration.ofMinutes(1)));
        blocked.forEach(service::task);
        service.awaitJobsFailing(0);
        blocked.forEach(id -> service.complete(service.task(id), REVIEWER, DONE));
        blocked.forEach(service::awaitClosed);
        service.tryWithoutCase(5);
    }

    /** The broker then gives it to somebody else, and two work at the same step. */
    @Test
    void aStepThatTakesLongerThanItsJobLastsIsDoneOnce() throws Exception {
        CaseId id = CaseService.id(CaseKind.DISPUTE, "long");
        CountDownLatch held = new CountDownLatch(1);
        ToldSteps.hold(id, held);
        service.open(CaseKind.DISPUTE, "long", ask("review", 1, service.now()));
        service.awaitRanTimes(id, 1);
        service.moveTo(service.now().plus(Duration.ofMinutes(1)));
        Task task = service.task(id);
        held.countDown();
        service.complete(task, REVIEWER, DONE);
        service.awaitClosed(id);
        service.awaitRan(id, "dispute.readjudicate", "dispute.readjudicate", "dispute.proceed");
        assertThat(service.tasks().ofCase(id)).hasSize(1);
    }

    /** Only somebody at the engine can do that. */
    @Test
    void aJobThatFailedForGoodHoldsUpItsOwnCaseAloneAndThatGetsAnotherProcess() {
        CaseId blocked = service.open(CaseKind.DISPUTE, "blocked", ask("review", 1, service.now()));
        service.failForGood(service.task(blocked));
        service.complete(service.task(blocked), REVIEWER, DONE);
        CaseId other = service.open(CaseKind.CLAIM_REVIEW, "unblocked", ask("decide", 1, service.now()));
        service.complete(service.task(other), REVIEWER, DONE);
        service.awaitClosed(other);
        service.awaitAllTold();
        service.awaitRan(blocked, "dispute.readjudicate");

        service.moveTo(service.now().plus(Duration.ofMinutes(11)));
        assertThat(service.casesStill()).contains(blocked);
        service.restartUntil(() -> service.cases().find(blocked).orElseThrow().closed());
        assertThat(service.casesStill()).doesNotContain(blocked);
        assertThat(service.tasks().ofCase(blocked)).hasSize(1);
    }

    /** A cluster of more partitions was here before, or one that gave its keys otherwise. */
    @Test
    void answersToJobsOfAnotherEngineHoldUpNothing() {
        List<CaseId> moved = Stream.of(1L, (3L << 51) + 7)
                .map(jobKey -> {
                    CaseId id = service.open(CaseKind.CLAIM_REVIEW, "moved" + jobKey, ask("decide", 1, service.now()));
                    service.giveJobKey(service.task(id), jobKey);
                    return id;
                })
                .toList();
        moved.forEach(service::withdraw);
        service.awaitAllTold();
        CaseId id = service.open(CaseKind.CLAIM_REVIEW, "stayed", ask("decide", 1, service.now()));
        service.complete(service.task(id), REVIEWER, DONE);
        service.awaitClosed(id);
    }

    @Test
    void anOutcomeThatWasSupersededNeedsNoReview() {
        CaseId id = service.open(CaseKind.CLAIM_REVIEW, "superseded", ask("decide", 1, service.now()));
        Task task = service.task(id);
        service.withdraw(id);
        service.awaitEnded(id);
        assertThat(service.tasks().find(task.id()).orElseThrow().state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void aCaseNeverHasTwoProcesses() {
        CaseId id = service.open(CaseKind.CLAIM_REVIEW, "once", ask("decide", 1, service.now()));
        Task task = service.task(id);
        for (int repeat = 0; repeat < 5; repeat++) {
            service.askForProcessAgain(id);
        }
        service.complete(task, REVIEWER, DONE);
        service.awaitClosed(id);
        service.awaitRan(id, "review.prepare", "review.prepare");
    }

    @Test
    void aDisputeThatNewEvidenceSettlesNeedsNobody() {
        CaseId id = service.open(CaseKind.DISPUTE, "clear", DONE);
        service.awaitClosed(id);
        service.awaitRan(id, "dispute.readjudicate");
        assertThat(service.tasks().ofCase(id)).isEmpty();
        service.awaitEnded(id);
    }

    @Test
    void aReviewerAsksForEvidenceAndDecidesWithIt() {
        CaseId id = service.open(CaseKind.DISPUTE, "evidence", ask("review", 1, service.now()));
        Task first = service.task(id);
        assertThat(first.kind()).isEqualTo(TaskKind.REVIEW_DISPUTE);
        service.complete(first, REVIEWER, waitUntil(service.now().plus(Duration.ofDays(5))));
        service.awaitRan(id, "dispute.readjudicate", "dispute.proceed");

        ToldSteps.tell(id, ask("review", 2, service.now()));
        service.cases().signal(id, CaseSignal.EVIDENCE_ADDED);
        Task second = service.task(id);
        assertThat(second.round()).isEqualTo(2);
        service.complete(second, REVIEWER, DONE);
        service.awaitClosed(id);
        service.awaitEnded(id);
    }

    @Test
    void evidenceThatDoesNotComeIsWaitedForUntilTheDeadline() {
        CaseId id = service.open(CaseKind.DISPUTE, "deadline", ask("review", 1, service.now()));
        Instant deadline = service.now().plus(Duration.ofDays(5));
        service.complete(service.task(id), REVIEWER, waitUntil(deadline));
        service.awaitRan(id, "dispute.readjudicate", "dispute.proceed");

        ToldSteps.tell(id, ask("review", 2, deadline));
        service.moveTo(deadline);
        assertThat(service.task(id).round()).isEqualTo(2);
    }

    @Test
    void aCreditIsApprovedTwiceAndPosted() {
        CaseId id = service.open(CaseKind.DISPUTE, "upheld", ask("review", 1, service.now()));
        CaseId money = approvalOf(id, "upheld");

        Task approval = service.task(money);
        assertThat(approval.kind()).isEqualTo(TaskKind.APPROVE_CREDIT);
        service.complete(approval, FINANCE, ask("approve-again", 1, service.now()));
        Task again = service.task(money);
        assertThat(again.kind()).isEqualTo(TaskKind.APPROVE_CREDIT_AGAIN);
        ToldSteps.tell(id, DONE);
        service.complete(again, OTHER_FINANCE, Map.of("next", "post"));

        service.awaitClosed(money);
        service.awaitClosed(id);
        service.awaitRan(money, "credit.prepare", "credit.proceed", "credit.proceed", "credit.post");
        service.awaitRan(id, "dispute.readjudicate", "dispute.proceed", "dispute.proceed");
        service.awaitEnded(id);
    }

    @Test
    void aRejectedCreditReturnsToTheReviewer() {
        CaseId id = service.open(CaseKind.DISPUTE, "rejected", ask("review", 1, service.now()));
        CaseId money = approvalOf(id, "rejected");
        Task approval = service.task(money);
        ToldSteps.tell(id, ask("review", 2, service.now()));
        service.complete(approval, FINANCE, DONE);
        assertThat(service.task(id).round()).isEqualTo(2);
    }

    @Test
    void aDisputeIsWithdrawnWhereverItStands() {
        CaseId reviewed = service.open(CaseKind.DISPUTE, "w1", ask("review", 1, service.now()));
        service.task(reviewed);
        CaseId waiting =
                service.open(CaseKind.DISPUTE, "w2", waitUntil(service.now().plus(Duration.ofDays(5))));
        service.awaitRan(waiting, "dispute.readjudicate");
        CaseId credited = service.open(CaseKind.DISPUTE, "w3", ask("review", 1, service.now()));
        CaseId money = approvalOf(credited, "w3");
        service.task(money);

        service.withdraw(money);
        service.withdraw(reviewed);
        service.withdraw(waiting);
        service.withdraw(credited);
        service.awaitEnded(reviewed);
        service.awaitEnded(waiting);
        service.awaitEnded(credited);
        assertThat(service.openTasks(money)).isEmpty();
    }

    @Test
    void goodwillHasAProcessOfItsOwn() {
        CaseId small = service.open(CaseKind.CREDIT_REVIEW, "small", Map.of("next", "post"));
        service.awaitClosed(small);
        service.awaitRan(small, "credit.prepare", "credit.post");
        CaseId refused = service.open(CaseKind.CREDIT_REVIEW, "large", ask("approve", 1, service.now()));
        service.complete(service.task(refused), FINANCE, DONE);
        service.awaitClosed(refused);
        service.awaitRan(refused, "credit.prepare", "credit.proceed");
        service.awaitEnded(refused);
    }

    private static Map<String, Object> with(Map<String, Object> answer, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(answer);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> answer, String name) {
        Map<String, Object> changed = new HashMap<>(answer);
        changed.remove(name);
        return changed;
    }

    /** Upholds the dispute, and opens the credit review that its process calls. */
    private static CaseId approvalOf(CaseId dispute, String name) {
        Task review = service.task(dispute);
        CaseId money =
                service.open(CaseKind.CREDIT_REVIEW, name, ask("approve", 1, service.now()), Optional.of(dispute));
        service.complete(review, REVIEWER, credit(money));
        return money;
    }
}
