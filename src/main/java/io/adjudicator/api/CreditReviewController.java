package io.adjudicator.api;

import io.adjudicator.casework.CaseId;
import io.adjudicator.credit.CreditFilter;
import io.adjudicator.credit.CreditKind;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.credit.CreditState;
import io.adjudicator.credit.Goodwill;
import io.adjudicator.credit.NewGoodwill;
import io.adjudicator.dispute.Dispute;
import io.adjudicator.dispute.Disputes;
import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
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

/** Money that goes back: what waits for approval and what became of it, and goodwill credits. */
@RestController
class CreditReviewController {

    private static final Set<String> PARAMETERS = Set.of("customer", "kind", "state", "limit");
    private static final Set<String> GOODWILL = Set.of("customer", "id", "amount", "reason", "dispute");
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_REQUEST = 8 * 1024;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_REASON = 500;

    private final CreditReviews credits;
    private final Goodwill goodwill;
    private final Disputes disputes;

    CreditReviewController(CreditReviews credits, Goodwill goodwill, Disputes disputes) {
        this.credits = credits;
        this.goodwill = goodwill;
        this.disputes = disputes;
    }

    @PostMapping(path = "/v1/credit-reviews", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CreditReviewView> requestGoodwill(HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST))
                .onlyKnow(GOODWILL);
        CustomerId customer = body.customer();
        String id = body.word(
                "id",
                LONGEST_ID,
                text -> DisputeBody.REFERENCE.matcher(text).matches(),
                "bad_reference",
                "letters, digits, points, hyphens and underscores");
        BigDecimal amount = body.amount("amount");
        String reason = body.text("reason", LONGEST_REASON);
        Optional<CaseId> dispute = dispute(body, customer);
        body.refuseFaults();
        Goodwill.Requested requested = goodwill.request(
                new NewGoodwill(customer, id, amount, reason, dispute),
                caller.getPrincipal().actor());
        return ResponseEntity.status(requested.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .header("Location", "/v1/credit-reviews/" + requested.review().id())
                .body(CreditReviewView.of(requested.review()));
    }

    @GetMapping("/v1/credit-reviews")
    List<CreditReviewView> listCreditReviews(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        Optional<CustomerId> customer = query.customer();
        Optional<CreditKind> kind = query.constant("kind", CreditKind.class);
        Optional<CreditState> state = query.constant("state", CreditState.class);
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        query.refuseFaults();
        return credits.list(new CreditFilter(caller.only(customer), kind, state), limit).stream()
                .map(CreditReviewView::of)
                .toList();
    }

    @GetMapping("/v1/credit-reviews/{id}")
    CreditReviewView readCreditReview(@PathVariable String id, Caller caller) {
        return CaseId.of(id)
                .flatMap(credits::find)
                .filter(found -> caller.maySee(found.customer()))
                .map(CreditReviewView::of)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_credit_review", "", "expected the id of a credit review"));
    }

    private Optional<CaseId> dispute(RecordMembers body, CustomerId customer) {
        Optional<CaseId> dispute = body.optionalText("dispute", LONGEST_ID)
                .flatMap(CaseId::of)
                .flatMap(disputes::find)
                .filter(found -> found.customer().equals(customer))
                .map(Dispute::id);
        if (body.has("dispute") && dispute.isEmpty()) {
            body.fault("unknown_dispute", "dispute", "expected the id of one of the customer's disputes");
        }
        return dispute;
    }
}
