package io.adjudicator.credit;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.NewCase;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests for credits, and what finance says of them. */
@Service
public class CreditReviews {

    /** Reminded when half of the time has passed. */
    private static final int REMINDED_AFTER = 2;

    private final CreditStore store;
    private final Cases cases;
    private final Tasks tasks;
    private final InstantSource clock;

    CreditReviews(CreditStore store, Cases cases, Tasks tasks, InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.tasks = tasks;
        this.clock = clock;
    }

    public Optional<CreditReview> find(CaseId id) {
        return store.find(id);
    }

    /** The newest first. */
    public List<CreditReview> list(CreditFilter filter, int limit) {
        return store.list(filter, limit);
    }

    /** Asks for a credit, once by its id; the case of a dispute's credit belongs to the dispute's. */
    @Transactional
    public CreditReview request(CreditRequest asked) {
        Duration time = asked.terms().reviewWithin();
        Instant at = asked.requestedAt();
        int needed = CreditLaw.approvalsNeeded(asked.amount(), asked.terms());
        if (store.insert(asked, needed, at.plus(time.dividedBy(REMINDED_AFTER)), at.plus(time))) {
            store.insertParties(asked.id(), asked.parties());
            open(asked, needed);
        }
        return store.find(asked.id()).orElseThrow();
    }

    private void open(CreditRequest asked, int needed) {
        Optional<CaseId> parent = asked.dispute().filter(dispute -> asked.kind() == CreditKind.DISPUTE);
        cases.open(new NewCase(
                asked.id(),
                CaseKind.CREDIT_REVIEW,
                asked.customer(),
                asked.amount() + ": " + asked.reason(),
                asked.requestedAt(),
                parent));
        Map<String, String> details = new HashMap<>();
        details.put("amount", asked.amount().toString());
        details.put("approvalsNeeded", Integer.toString(needed));
        asked.dispute().ifPresent(dispute -> details.put("dispute", dispute.value()));
        cases.record(
                asked.id(),
                new CaseEvent(
                        asked.requestedAt(),
                        asked.requestedBy(),
                        asked.requestedByName(),
                        "credit_requested",
                        asked.reason(),
                        details));
    }

    /** What somebody of finance says; a refusal says why. */
    @Transactional
    public CreditReview decide(TaskId id, int version, boolean approved, String reason, Actor by) {
        Task task = task(id);
        CaseId credit = task.caseId();
        store.lock(credit);
        CreditReview review = store.find(credit).orElseThrow();
        CreditLaw.mayApprove(review, by);
        Instant now = now();
        int step = task.kind() == TaskKind.APPROVE_CREDIT ? 1 : 2;
        tasks.complete(id, version, by, Map.of("approved", Boolean.toString(approved)));
        store.insertApproval(credit, step, approved, reason, by, now);
        cases.record(
                credit,
                CaseEvent.by(
                        by,
                        now,
                        approved ? "credit_approved" : "credit_rejected",
                        reason,
                        Map.of(
                                "step",
                                Integer.toString(step),
                                "amount",
                                review.amount().toString())));
        if (!approved) {
            cases.close(credit, "rejected", now);
        }
        return store.find(credit).orElseThrow();
    }

    /** Nobody wants it any more. What was posted stays. */
    @Transactional
    public void withdraw(CaseId id, Instant at) {
        if (store.lock(id) && store.find(id).orElseThrow().postedAt().isEmpty()) {
            store.withdraw(id, at);
            cases.close(id, "withdrawn", at);
        }
    }

    /**
     * Notes that it is in effect, in the transaction that puts it into effect.
     *
     * @return false if it was before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean posted(CaseId id, Instant at) {
        boolean first = store.post(id, at);
        if (first) {
            cases.record(id, CaseEvent.bySystem(at, "credit_posted", Map.of()));
            cases.close(id, "posted", at);
        }
        return first;
    }

    private Task task(TaskId id) {
        return tasks.find(id)
                .filter(found ->
                        found.kind() == TaskKind.APPROVE_CREDIT || found.kind() == TaskKind.APPROVE_CREDIT_AGAIN)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_task",
                        "",
                        "expected the id of a task that approves a credit, but got \"" + id + "\""));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
