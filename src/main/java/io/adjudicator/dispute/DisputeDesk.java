package io.adjudicator.dispute;

import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.kernel.Refused;
import io.adjudicator.review.TaskVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where reviewers answer disputes, one or many alike. What follows from an answer is the process's next step. */
@Service
public class DisputeDesk {

    private final DisputeStore store;
    private final DisputeReadStore reads;
    private final Remedies remedies;
    private final Moves moves;
    private final Tasks tasks;
    private final Cases cases;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DisputeDesk(
            DisputeStore store,
            DisputeReadStore reads,
            Remedies remedies,
            Moves moves,
            Tasks tasks,
            Cases cases,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reads = reads;
        this.remedies = remedies;
        this.moves = moves;
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What would follow from an answer; it is done and rolled back (design law 11). Refuses what {@link #answer} refuses. */
    public List<Effect> preview(List<TaskVersion> asked, Answer answer, Actor by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            Instant now = now();
            List<Effect> effects = new ArrayList<>();
            for (Matter matter : locked(asked)) {
                DisputeLaw.mayAnswer(matter.dispute(), matter.task(), answer, by, now);
                effects.addAll(remedies.follow(
                        matter.dispute(), new Answered(matter.task().round(), answer, by.id(), by.name(), now), now));
            }
            return effects;
        }));
    }

    /** Answers all of them alike, or none if one of them changed meanwhile. */
    public List<Dispute> answer(List<TaskVersion> asked, Answer answer, Actor by) {
        preview(
                asked, answer,
                by); // so that an answer which cannot come into effect is refused now, not by the process later
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant now = now();
            List<Dispute> answered = new ArrayList<>();
            for (Matter matter : locked(asked)) {
                DisputeLaw.mayAnswer(matter.dispute(), matter.task(), answer, by, now);
                answer(matter, answer, by, now);
                answered.add(reads.find(matter.dispute().id()).orElseThrow());
            }
            return answered;
        }));
    }

    private void answer(Matter matter, Answer answer, Actor by, Instant now) {
        Dispute dispute = matter.dispute();
        String kind = AnswerText.kind(answer).toLowerCase(Locale.ROOT);
        tasks.complete(matter.task().id(), matter.version(), by, Map.of("answer", kind));
        store.insertAnswer(dispute.id(), new Answered(dispute.standing().round(), answer, by.id(), by.name(), now));
        cases.record(
                dispute.id(),
                CaseEvent.by(
                        by,
                        now,
                        "answer_given",
                        answer.reason(),
                        Map.of("answer", kind, "text", AnswerText.write(answer))));
        moves.to(
                dispute,
                answer instanceof Answer.Asked wanted
                        ? dispute.standing()
                                .waiting(wanted.until()
                                        .orElse(now.plus(moves.terms(dispute).evidenceWithin())))
                        : dispute.standing().to(DisputeState.ANSWERED),
                now);
    }

    private record Matter(Dispute dispute, Task task, int version) {}

    /** In the order of their ids, so that two who answer many at once do not wait for each other. */
    private List<Matter> locked(List<TaskVersion> asked) {
        List<Matter> matters = new ArrayList<>();
        asked.stream().sorted(Comparator.comparing(one -> one.id().value())).forEach(one -> matters.add(locked(one)));
        for (Matter matter : matters) {
            refuseUnlike(matters.getFirst().dispute(), matter.dispute());
        }
        return matters;
    }

    private Matter locked(TaskVersion asked) {
        Task task = tasks.find(asked.id())
                .filter(found -> found.kind() == TaskKind.REVIEW_DISPUTE)
                .orElseThrow(() -> unknown(asked.id()));
        store.lock(task.caseId());
        return new Matter(reads.find(task.caseId()).orElseThrow(() -> unknown(asked.id())), task, asked.version());
    }

    private static void refuseUnlike(Dispute first, Dispute other) {
        if (!first.customer().equals(other.customer()) || !first.reason().equals(other.reason())) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "unlike_cases",
                    "/tasks",
                    "expected disputes of one customer with the same reason, but " + other.id() + " differs from "
                            + first.id());
        }
    }

    private static Refused unknown(TaskId id) {
        return new Refused(
                Refused.Kind.NOT_FOUND,
                "unknown_task",
                "",
                "expected the id of a task that reviews a dispute, but got \"" + id + "\"");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
