package io.adjudicator.review;

import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.adjudication.Ruling;
import io.adjudicator.adjudication.Rulings;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredClaim;
import io.adjudicator.kernel.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides flagged outcomes, one or many of a kind. */
@Service
public class Reviews {

    private final FlaggedStore store;
    private final Tasks tasks;
    private final Cases cases;
    private final Register register;
    private final Rulings rulings;
    private final InstantSource clock;

    Reviews(FlaggedStore store, Tasks tasks, Cases cases, Register register, Rulings rulings, InstantSource clock) {
        this.store = store;
        this.tasks = tasks;
        this.cases = cases;
        this.register = register;
        this.rulings = rulings;
        this.clock = clock;
    }

    public Optional<FlaggedOutcome> find(CaseId id) {
        return store.find(id);
    }

    /** All flags of one outcome, first to last. */
    public List<FlaggedOutcome> ofOutcome(String outcomeId) {
        return store.ofOutcome(outcomeId);
    }

    /** What {@link #decide} would do; it is done and rolled back. */
    public List<Effect> preview(List<TaskVersion> asked, Finding finding, Actor by) {
        return rulings.preview(alike(asked).stream()
                .map(flagged -> ruling(flagged, finding, by, now()))
                .toList());
    }

    /** Decides like cases alike: all of them, or none if one of them changed meanwhile. */
    @Transactional
    public List<Effect> decide(List<TaskVersion> asked, Finding finding, Actor by) {
        List<FlaggedOutcome> flagged = alike(asked);
        lockSessions(flagged);
        Instant now = now();
        for (int i = 0; i < asked.size(); i++) {
            decide(asked.get(i), flagged.get(i), finding, by, now);
        }
        return rulings.rule(
                flagged.stream().map(one -> ruling(one, finding, by, now)).toList());
    }

    private void decide(TaskVersion asked, FlaggedOutcome flagged, Finding finding, Actor by, Instant now) {
        tasks.complete(
                asked.id(),
                asked.version(),
                by,
                Map.of("verdict", finding.verdict().name()));
        store.decide(flagged.id(), finding, by, now);
        cases.record(
                flagged.id(),
                CaseEvent.by(
                        by,
                        now,
                        "outcome_decided",
                        finding.reason(),
                        Map.of(
                                "outcome",
                                flagged.outcomeId(),
                                "verdict",
                                finding.verdict().name())));
        cases.close(flagged.id(), "decided", now);
    }

    /** Before their tasks, as everybody does whose evidence withdraws a case: otherwise two would wait for each other. */
    private void lockSessions(List<FlaggedOutcome> flagged) {
        Set<Long> sessions = new TreeSet<>();
        for (FlaggedOutcome one : flagged) {
            register.claim(one.outcomeId()).map(StoredClaim::sessionKey).ifPresent(sessions::add);
        }
        register.lockByKey(sessions);
    }

    private List<FlaggedOutcome> alike(List<TaskVersion> asked) {
        List<FlaggedOutcome> flagged = new ArrayList<>();
        for (TaskVersion one : asked) {
            FlaggedOutcome next = flagged(one.id());
            if (!flagged.isEmpty() && !next.isLike(flagged.getFirst())) {
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "unlike_cases",
                        "/tasks",
                        "expected outcomes of one customer and outcome type that were flagged for the same reason, but "
                                + next.outcomeId() + " differs from "
                                + flagged.getFirst().outcomeId());
            }
            flagged.add(next);
        }
        return flagged;
    }

    private FlaggedOutcome flagged(TaskId id) {
        return tasks.find(id)
                .filter(task -> task.kind() == TaskKind.DECIDE_FLAGGED_OUTCOME)
                .map(Task::caseId)
                .flatMap(store::find)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_task",
                        "",
                        "expected the id of a task that decides a flagged outcome, but got \"" + id + "\""));
    }

    private static Ruling ruling(FlaggedOutcome flagged, Finding finding, Actor by, Instant now) {
        return new Ruling(
                flagged.id().value(),
                flagged.outcomeId(),
                Optional.of(finding.verdict()),
                finding.tier(),
                Set.of(),
                finding.reason(),
                by.id(),
                now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
