package io.adjudicator.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.contract.TestDatabase;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** Cases and tasks on real PostgreSQL, without an engine. */
class TasksOnPostgresTest {

    private static final Instant NOW = Instant.parse("2026-07-02T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Actor RITA = actor("user:rita", Role.REVIEWER);
    private static final Actor ROB = actor("user:rob", Role.REVIEWER);
    private static final Actor LEAD = actor("user:lea", Role.LEAD);
    private static final Actor FINANCE = actor("user:fynn", Role.FINANCE_ADMIN);
    private static final CaseId CASE = new CaseId("dsp_1");

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock(InstantSource.system());
    private final List<Object> events = new ArrayList<>();
    private final CaseStore caseStore = new CaseStore(database.jdbc());
    private final TaskStore store = new TaskStore(database.jdbc());
    private final TaskListStore lists = new TaskListStore(database.jdbc());
    private final CaseOutboxStore outbox = new CaseOutboxStore(database.jdbc());
    private final Cases cases = new Cases(caseStore, outbox, store, events::add);
    private final Set<CaseId> ownCases = new HashSet<>();
    private final Tasks tasks =
            new Tasks(caseStore, store, lists, List.of((id, actor) -> ownCases.contains(id)), events::add, clock);
    private final Reminders reminders = new Reminders(caseStore, store, lists, events::add, clock);

    @BeforeEach
    void open() {
        clock.moveTo(NOW);
        open(CASE);
    }

    @Test
    void opensACaseOnce() {
        open(CASE);
        assertThat(outbox.unstarted(10)).containsExactly(new CaseStart(CASE, CaseKind.DISPUTE));
        assertThat(events).containsExactly(new CaseworkChanged());
    }

    @Test
    void asksOnceHoweverOftenTheProcessAsks() {
        ask(1, 11);
        tasks.claim(only().id(), 1, RITA);
        ask(1, 12);
        assertThat(only().assignee()).contains("user:rita");
        tasks.complete(only().id(), 2, RITA, Map.of("decision", "upheld"));
        assertThat(outbox.closedTasks(10)).containsExactly(new ClosedTask(only().id(), 12));
    }

    /** After it lost its data the engine asks once more, by another job: it is told the answer that was given. */
    @Test
    void tellsAnAnsweredTaskToWhoeverAsksLater() {
        ask(1, 11);
        tasks.complete(only().id(), 1, RITA, Map.of());
        outbox.markTold(outbox.closedTasks(10));
        assertThat(outbox.closedTasks(10)).isEmpty();
        ask(1, 21);
        assertThat(outbox.closedTasks(10)).containsExactly(new ClosedTask(only().id(), 21));
        outbox.markTold(List.of(new ClosedTask(only().id(), 11)));
        assertThat(outbox.closedTasks(10))
                .as("the older job was told, not this one")
                .hasSize(1);
    }

    @Test
    void asksNobodyForAClosedCase() {
        ask(1, 11);
        cases.close(CASE, "withdrawn", NOW);
        ask(2, 12);
        assertThat(tasks.ofCase(CASE)).extracting(Task::state).containsOnly(TaskState.CANCELLED);
        assertThat(outbox.closedTasks(10)).extracting(ClosedTask::jobKey).containsExactly(11L, 12L);
        cases.close(CASE, "upheld", NOW.plus(DAY));
        assertThat(cases.find(CASE).orElseThrow().outcome()).contains("withdrawn");
    }

    @Test
    void letsExactlyOneOfManyClaimATask() throws Exception {
        ask(1, 11);
        TaskId id = only().id();
        List<Callable<Boolean>> people = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(number -> () -> claimed(id, actor("user:" + number, Role.REVIEWER)))
                .toList();
        int claimed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> attempt : threads.invokeAll(people)) {
                claimed += attempt.get() ? 1 : 0;
            }
        }
        assertThat(claimed).isEqualTo(1);
        assertThat(only().version()).isEqualTo(2);
        assertThat(cases.timeline(CASE)).extracting(CaseEvent::what).containsExactly("task_claimed");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            who        , does     , answer
            user:rita  , claim    , done
            user:rob   , claim    , task_taken
            user:rob   , release  , task_taken
            user:rob   , complete , task_taken
            user:lea   , release  , done
            user:lea   , reassign , done
            user:rita  , reassign , task_not_for_role
            user:fynn  , claim    , task_not_for_role
            user:rita  , stale    , task_changed
            """)
    void letsOnlyWhoMayChangeATaskThatRitaHas(String who, String does, String answer) {
        ask(1, 11);
        tasks.claim(only().id(), 1, RITA);
        assertThat(attempt(who, does)).isEqualTo(answer);
    }

    @Test
    void standsStillWhereNobodyAndNothingIsExpectedAnyMore() {
        assertThat(still(NOW.minus(DAY))).isEmpty();
        assertThat(still(NOW)).containsExactly(CASE);
        cases.quietUntil(CASE, Optional.of(NOW.plus(DAY)));
        assertThat(still(NOW)).isEmpty();
        assertThat(still(NOW.plus(DAY))).containsExactly(CASE);

        cases.quietUntil(CASE, Optional.empty());
        ask(1, 11);
        assertThat(still(NOW.plus(DAY))).isEmpty();
        clock.moveTo(NOW.plusSeconds(60));
        tasks.complete(only().id(), 1, RITA, Map.of());
        assertThat(still(NOW)).as("something happened since").isEmpty();
        assertThat(still(NOW.plus(DAY))).containsExactly(CASE);

        CaseId part = new CaseId("crv_1");
        cases.open(new NewCase(
                part, CaseKind.CREDIT_REVIEW, new CustomerId("northwind"), "2 USD", NOW, Optional.of(CASE)));
        tasks.ask(new NewTask(part, TaskKind.APPROVE_CREDIT, 1, Optional.empty(), Optional.empty(), 12));
        assertThat(still(NOW.plus(DAY))).as("finance is asked").isEmpty();
        cases.close(part, "rejected", NOW);
        assertThat(still(NOW.plus(DAY))).containsExactly(CASE);
        cases.close(CASE, "upheld", NOW);
        assertThat(still(NOW.plus(DAY))).isEmpty();
    }

    private List<CaseId> still(Instant since) {
        return outbox.still(since, 10).stream().map(CaseStart::id).toList();
    }

    @Test
    void takesBackWhatWasClaimedAndNotTouchedForADay() {
        ask(1, 11);
        tasks.claim(only().id(), 1, RITA);
        clock.moveTo(NOW.plus(DAY).minusSeconds(1));
        tasks.claim(only().id(), 2, RITA);
        clock.moveTo(NOW.plus(DAY.multipliedBy(2)).minusSeconds(2));
        assertThat(tasks.returnUntouched()).isZero();
        clock.moveTo(NOW.plus(DAY.multipliedBy(2)).minusSeconds(1));
        assertThat(tasks.returnUntouched()).isEqualTo(1);
        assertThat(only().assignee()).isEmpty();
        assertThat(cases.timeline(CASE).getLast())
                .returns("task_returned", CaseEvent::what)
                .returns(CaseEvent.SYSTEM, CaseEvent::actor)
                .returns(Map.of("task", only().id().value(), "assignee", "user:rita"), CaseEvent::details);
        assertThat(tasks.claim(only().id(), 4, ROB).assignee()).contains("user:rob");
    }

    @Test
    void takesBackWhatAnAbsentPersonHas() {
        ask(1, 11);
        tasks.claim(only().id(), 1, RITA);
        assertThat(tasks.returnOf("user:rob", LEAD)).isZero();
        assertThat(tasks.returnOf("user:rita", LEAD)).isEqualTo(1);
        assertThatThrownBy(() -> tasks.returnOf("user:rita", ROB)).isInstanceOf(Refused.class);
    }

    @Test
    void remindsOnceAndTellsOnceWhatIsOverdue() {
        ask(1, 11);
        reminders.run(CASE);
        assertThat(told()).isEmpty();
        clock.moveTo(NOW.plus(DAY));
        reminders.run(CASE);
        reminders.lookAtAll();
        assertThat(told()).containsExactly("TaskReminded");
        clock.moveTo(NOW.plus(DAY.multipliedBy(2)));
        reminders.lookAtAll();
        reminders.run(CASE);
        assertThat(told()).containsExactly("TaskReminded", "TaskOverdue");
        assertThat(only().overdue()).isTrue();
        assertThat(tasks.list(overdue(), TaskPlace.START, 10)).containsExactly(only());
    }

    @Test
    void doesNotRemindOfWhatIsOverdue() {
        ask(1, 11);
        clock.moveTo(NOW.plus(DAY.multipliedBy(3)));
        reminders.lookAtAll();
        assertThat(told()).containsExactly("TaskOverdue");
    }

    @Test
    void findsTheNextBehindManyThatOneHasAPartIn() {
        ownCases.add(CASE);
        IntStream.rangeClosed(1, 45).forEach(round -> ask(round, round));
        assertThat(tasks.next(RITA)).isEmpty();
        CaseId other = new CaseId("dsp_zz");
        open(other);
        tasks.ask(new NewTask(other, TaskKind.REVIEW_DISPUTE, 1, Optional.empty(), Optional.empty(), 99));
        assertThat(tasks.next(RITA)).map(Task::caseId).contains(other);
    }

    @Test
    void givesEverybodyTheMostUrgentOfTheirOwnFirst() {
        ask(1, 11);
        ask(2, 12);
        tasks.claim(tasks.ofCase(CASE).getLast().id(), 1, ROB);
        assertThat(tasks.next(RITA)).map(Task::round).contains(1);
        assertThat(tasks.next(ROB)).map(Task::round).contains(2);
        assertThat(tasks.next(LEAD)).map(Task::round).contains(1);
        assertThat(tasks.next(FINANCE)).isEmpty();
    }

    @Test
    void keepsSignalsInOrderUntilTheyAreTold() {
        cases.signal(CASE, CaseSignal.EVIDENCE_ADDED);
        cases.signal(CASE, CaseSignal.WITHDRAWN);
        List<CaseSignal> signals = outbox.signals(10);
        assertThat(signals).extracting(CaseSignal::message).containsExactly("evidence-added", "withdrawn");
        outbox.markSignalled(signals.subList(0, 1));
        assertThat(outbox.signals(10)).containsExactly(signals.getLast());
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatHappened() {
        ask(1, 11);
        tasks.complete(only().id(), 1, RITA, Map.of("decision", "upheld"));
        assertThat(List.of(
                        "update case_event set text = 'x'",
                        "delete from case_event",
                        "truncate case_event",
                        "update task set answer = '{}'",
                        "update task set state = 'OPEN', answer = null, done_at = null, done_by = null",
                        "update task set done_by = 'user:rob'",
                        "delete from task",
                        "truncate task"))
                .allSatisfy(
                        sql -> assertThatThrownBy(() -> database.jdbc().sql(sql).update())
                                .as(sql)
                                .isInstanceOf(DataAccessException.class));
    }

    private void open(CaseId id) {
        cases.open(
                new NewCase(id, CaseKind.DISPUTE, new CustomerId("northwind"), "Outcome oc_1", NOW, Optional.empty()));
    }

    private void ask(int round, long job) {
        Optional<Instant> remindAt = Optional.of(NOW.plus(DAY));
        Optional<Instant> dueAt = Optional.of(NOW.plus(DAY.multipliedBy(2)));
        tasks.ask(new NewTask(CASE, TaskKind.REVIEW_DISPUTE, round, remindAt, dueAt, job));
    }

    private Task only() {
        List<Task> all = tasks.ofCase(CASE);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private boolean claimed(TaskId id, Actor actor) {
        try {
            tasks.claim(id, 1, actor);
            return true;
        } catch (Refused second) {
            assertThat(second.code()).isEqualTo("task_changed");
            return false;
        }
    }

    private String attempt(String who, String does) {
        Actor actor = List.of(RITA, ROB, LEAD, FINANCE).stream()
                .filter(one -> one.id().equals(who))
                .findAny()
                .orElseThrow();
        TaskId id = only().id();
        try {
            switch (does) {
                case "claim" -> tasks.claim(id, 2, actor);
                case "release" -> tasks.release(id, 2, actor);
                case "reassign" -> tasks.reassign(id, 2, "user:rob", actor);
                case "complete" -> tasks.complete(id, 2, actor, Map.of());
                default -> tasks.claim(id, 1, actor);
            }
            return "done";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private List<String> told() {
        return events.stream()
                .filter(event -> !(event instanceof CaseworkChanged))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private static TaskFilter overdue() {
        return new TaskFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }

    private static Actor actor(String id, Role role) {
        return new Actor(id, id, role, Optional.empty());
    }
}
