package io.adjudicator.api;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.DisputeFilter;
import io.adjudicator.dispute.DisputePlace;
import io.adjudicator.dispute.DisputeState;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.dispute.NewDispute;
import io.adjudicator.dispute.NewEvidence;
import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objections to decisions: raised, followed, supported by evidence and withdrawn. */
@RestController
class DisputeController {

    private static final Set<String> PARAMETERS = Set.of("customer", "state", "outcomeId", "cursor", "limit");
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    /** A thousand outcomes by id, and evidence to some of them. */
    private static final int LARGEST_REQUEST = 1024 * 1024;

    private static final int LONGEST_REASON = 2_000;

    /** How events begin that tell of tasks. */
    private static final String TASK = "task_";

    private final Disputes disputes;
    private final Cases cases;

    DisputeController(Disputes disputes, Cases cases) {
        this.disputes = disputes;
        this.cases = cases;
    }

    @PostMapping(path = "/v1/disputes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DisputeView> raiseDispute(HttpServletRequest request, Caller caller) throws IOException {
        NewDispute asked = DisputeBody.dispute(body(request));
        caller.only(Optional.of(asked.customer()));
        Disputes.Raised raised = disputes.raise(asked, actor(caller));
        return ResponseEntity.status(raised.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .header("Location", "/v1/disputes/" + raised.dispute().id())
                .body(view(raised.dispute(), caller));
    }

    @PostMapping(path = "/v1/disputes/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    DisputePreviewView previewDispute(HttpServletRequest request, Caller caller) throws IOException {
        DisputeBody.Look look = DisputeBody.look(body(request));
        caller.only(Optional.of(look.customer()));
        return DisputePreviewView.of(disputes.preview(look.customer(), look.selection()));
    }

    @GetMapping("/v1/disputes")
    DisputePage listDisputes(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        Optional<CustomerId> customer = query.customer();
        Optional<DisputeState> state = query.constant("state", DisputeState.class);
        Optional<String> outcome = query.one("outcomeId", text -> text, "the id of an outcome");
        DisputePlace after = query.one("cursor", DisputePage::place, "a cursor that an earlier page gave as next")
                .orElse(DisputePlace.START);
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        query.refuseFaults();
        return DisputePage.of(
                disputes.list(new DisputeFilter(caller.only(customer), state, outcome), after, limit + 1), limit);
    }

    @GetMapping("/v1/disputes/{id}")
    DisputeView readDispute(@PathVariable String id, Caller caller) {
        return CaseId.of(id)
                .flatMap(disputes::find)
                .filter(found -> caller.maySee(found.customer()))
                .map(found -> view(found, caller))
                .orElseThrow(DisputeController::unknown);
    }

    @PostMapping(path = "/v1/disputes/{id}/evidence", consumes = MediaType.APPLICATION_JSON_VALUE)
    DisputeView addDisputeEvidence(@PathVariable String id, HttpServletRequest request, Caller caller)
            throws IOException {
        RecordMembers body = body(request);
        NewEvidence brought = DisputeBody.evidence(body);
        body.refuseFaults();
        return view(disputes.addEvidence(known(id), brought, actor(caller)), caller);
    }

    @PostMapping(path = "/v1/disputes/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    DisputeView withdrawDispute(@PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = body(request).onlyKnow(Set.of("reason"));
        String reason = body.text("reason", LONGEST_REASON);
        body.refuseFaults();
        return view(disputes.withdraw(known(id), reason, actor(caller)), caller);
    }

    /** Who of the vendor has which task is none of a customer's business. */
    private DisputeView view(Dispute dispute, Caller caller) {
        List<CaseEvent> timeline = cases.timeline(dispute.id()).stream()
                .filter(event -> caller.boundTo().isEmpty() || !event.what().startsWith(TASK))
                .toList();
        return DisputeView.of(dispute, timeline);
    }

    private static CaseId known(String id) {
        return CaseId.of(id).orElseThrow(DisputeController::unknown);
    }

    private static Refused unknown() {
        return new Refused(Refused.Kind.NOT_FOUND, "unknown_dispute", "", "expected the id of a dispute");
    }

    private static RecordMembers body(HttpServletRequest request) throws IOException {
        return RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST));
    }

    private static Actor actor(Caller caller) {
        return caller.getPrincipal().actor();
    }
}
