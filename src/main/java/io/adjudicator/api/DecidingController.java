package io.adjudicator.api;

import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.Tasks;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.dispute.Answer;
import io.adjudicator.dispute.DisputeDesk;
import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.Refused;
import io.adjudicator.review.Finding;
import io.adjudicator.review.Reviews;
import io.adjudicator.review.TaskVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decide of their tasks: one, or many alike. What a decision says depends on the kind of task. */
@RestController
class DecidingController {

    private static final int LARGEST_REQUEST = 256 * 1024;

    private final Tasks tasks;
    private final Cases cases;
    private final Reviews reviews;
    private final DisputeDesk disputes;
    private final CreditReviews credits;

    DecidingController(Tasks tasks, Cases cases, Reviews reviews, DisputeDesk disputes, CreditReviews credits) {
        this.tasks = tasks;
        this.cases = cases;
        this.reviews = reviews;
        this.disputes = disputes;
        this.credits = credits;
    }

    @PostMapping(path = "/v1/tasks/{id}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
    DecisionAnswer decideTask(@PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = body(request);
        Task task = task(id);
        Actor by = allowed(task, caller);
        TaskVersion seen = new TaskVersion(task.id(), DecisionBody.version(body));
        return switch (task.kind()) {
            case DECIDE_FLAGGED_OUTCOME ->
                DecisionAnswer.ofEffects(reviews.decide(List.of(seen), DecisionBody.finding(body), by));
            case REVIEW_DISPUTE ->
                DecisionAnswer.ofDispute(
                        disputes.answer(List.of(seen), DecisionBody.answer(body), by)
                                .getFirst(),
                        cases.timeline(task.caseId()));
            case APPROVE_CREDIT, APPROVE_CREDIT_AGAIN -> {
                DecisionBody.Approval approval = DecisionBody.approval(body);
                yield DecisionAnswer.ofCredit(
                        credits.decide(seen.id(), seen.version(), approval.approved(), approval.reason(), by));
            }
        };
    }

    @PostMapping(path = "/v1/reviews/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    BulkAnswer decideAlike(HttpServletRequest request, Caller caller) throws IOException {
        DecisionBody.Bulk bulk = DecisionBody.bulk(body(request));
        Task first = task(bulk.tasks().getFirst().id().value());
        Actor by = allowed(first, caller);
        return switch (kind(first)) {
            case DECIDE_FLAGGED_OUTCOME ->
                BulkAnswer.of(
                        bulk.tasks().size(), reviews.decide(bulk.tasks(), DecisionBody.finding(bulk.decision()), by));
            default -> BulkAnswer.answered(disputes.answer(bulk.tasks(), DecisionBody.answer(bulk.decision()), by));
        };
    }

    /** Done and rolled back, so it is what would happen. */
    @PostMapping(path = "/v1/reviews/decisions/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    BulkAnswer previewAlike(HttpServletRequest request, Caller caller) throws IOException {
        DecisionBody.Bulk bulk = DecisionBody.bulk(body(request));
        Task first = task(bulk.tasks().getFirst().id().value());
        Actor by = allowed(first, caller);
        return BulkAnswer.of(bulk.tasks().size(), preview(bulk, kind(first), by));
    }

    private List<Effect> preview(DecisionBody.Bulk bulk, TaskKind kind, Actor by) {
        if (kind == TaskKind.DECIDE_FLAGGED_OUTCOME) {
            Finding finding = DecisionBody.finding(bulk.decision());
            return reviews.preview(bulk.tasks(), finding, by);
        }
        Answer answer = DecisionBody.answer(bulk.decision());
        return disputes.preview(bulk.tasks(), answer, by);
    }

    private static TaskKind kind(Task first) {
        return switch (first.kind()) {
            case DECIDE_FLAGGED_OUTCOME, REVIEW_DISPUTE -> first.kind();
            case APPROVE_CREDIT, APPROVE_CREDIT_AGAIN ->
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "unlike_cases",
                        "/tasks",
                        "expected flagged outcomes or disputes, because each credit is approved for itself");
        };
    }

    private Task task(String id) {
        return tasks.find(new TaskId(id))
                .orElseThrow(
                        () -> new Refused(Refused.Kind.NOT_FOUND, "unknown_task", "", "expected the id of a task"));
    }

    private static Actor allowed(Task task, Caller caller) {
        Actor by = caller.getPrincipal().actor();
        if (!task.isFor(by.role())) {
            throw new AccessDeniedException("expected a task of the caller's role");
        }
        return by;
    }

    private static RecordMembers body(HttpServletRequest request) throws IOException {
        return RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST));
    }
}
