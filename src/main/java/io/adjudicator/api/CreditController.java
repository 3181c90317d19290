package io.adjudicator.api;

import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.ledger.CreditDesk;
import io.adjudicator.ledger.GrantBalance;
import io.adjudicator.ledger.NewGrant;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prepaid credits: what is left, and what is granted or taken back by hand. */
@RestController
class CreditController {

    private static final Set<String> GRANT =
            Set.of("customer", "id", "category", "amount", "priority", "validFrom", "expiresAt", "note");
    private static final Set<String> VOID = Set.of("customer", "grant", "note");
    private static final Set<String> CATEGORIES = Set.of("promotional", "top_up", "pilot");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int LARGEST_REQUEST = 8 * 1024;

    /** Contracts usually number theirs from 1: what is given besides is used after the plan of the same number would be. */
    private static final int USUAL_PRIORITY = 10;

    private final CreditDesk desk;

    CreditController(CreditDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/v1/credits")
    List<GrantBalance> listCredits(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, Set.of("customer"));
        CustomerId customer = query.required("customer", caller.only(query.customer()), new CustomerId("none"));
        query.refuseFaults();
        return desk.grants(customer);
    }

    @PostMapping(path = "/v1/credits", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<GrantBalance> grantCredits(HttpServletRequest request, Caller caller) throws IOException {
        CreditDesk.Granting granting = desk.grant(newGrant(body(request, GRANT)), "key " + caller.getName());
        return ResponseEntity.status(granting.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(granting.grant());
    }

    @PostMapping(path = "/v1/credits/voids", consumes = MediaType.APPLICATION_JSON_VALUE)
    CreditDesk.Voiding voidCredits(HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = body(request, VOID);
        CustomerId customer = body.customer();
        String grant = body.text("grant", LONGEST_ID * 2);
        String note = body.text("note", LONGEST_NOTE);
        body.refuseFaults();
        return desk.takeBack(customer, grant, note, "key " + caller.getName());
    }

    private static NewGrant newGrant(RecordMembers body) {
        CustomerId customer = body.customer();
        String id = body.word(
                "id",
                LONGEST_ID,
                text -> ID.matcher(text).matches(),
                "bad_grant_id",
                "letters, digits, points, hyphens and underscores");
        String category = body.word(
                "category", LONGEST_ID, CATEGORIES::contains, "unknown_grant_category", "promotional, top_up or pilot");
        BigDecimal amount = body.amount("amount");
        int priority = body.optionalInteger("priority", USUAL_PRIORITY);
        Optional<Instant> validFrom = body.optionalTime("validFrom");
        Optional<Instant> expiresAt = body.optionalTime("expiresAt");
        String note = body.text("note", LONGEST_NOTE);
        body.refuseFaults();
        return new NewGrant(customer, id, category, amount, priority, validFrom, expiresAt, note);
    }

    private static RecordMembers body(HttpServletRequest request, Set<String> known) throws IOException {
        return RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST)).onlyKnow(known);
    }
}
