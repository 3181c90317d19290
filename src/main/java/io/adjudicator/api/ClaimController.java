package io.adjudicator.api;

import io.adjudicator.adjudication.ClaimCursor;
import io.adjudicator.adjudication.ClaimDossier;
import io.adjudicator.adjudication.ClaimFilter;
import io.adjudicator.adjudication.ClaimState;
import io.adjudicator.adjudication.Claims;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Claims and what stands of them. */
@RestController
class ClaimController {

    private static final Set<String> PARAMETERS =
            Set.of("customer", "state", "reason", "from", "to", "cursor", "limit");
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final Claims claims;

    ClaimController(Claims claims) {
        this.claims = claims;
    }

    @GetMapping("/v1/claims")
    ClaimPage listClaims(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, PARAMETERS);
        Optional<CustomerId> customer = query.customer();
        Optional<ClaimState> state = query.constant("state", ClaimState.class);
        Optional<String> reason = query.one("reason", text -> text, "a reason");
        Optional<Instant> from = query.instant("from");
        Optional<Instant> to = query.instant("to");
        ClaimCursor after = query.one("cursor", ClaimPlace::read, "a cursor that an earlier page gave as next")
                .orElse(ClaimCursor.START);
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        query.refuseFaults();
        ClaimFilter filter = new ClaimFilter(caller.only(customer), state, reason, from, to);
        return ClaimPage.of(claims.list(filter, after, limit + 1), limit);
    }

    @GetMapping("/v1/claims/{outcomeId}")
    ClaimView readClaim(@PathVariable String outcomeId, Caller caller) {
        return ClaimView.of(dossier(outcomeId, caller));
    }

    @GetMapping("/v1/claims/{outcomeId}/explanation")
    ExplanationView explainClaim(@PathVariable String outcomeId, Caller caller) {
        return ExplanationView.of(dossier(outcomeId, caller));
    }

    /** Another customer's claim is as unknown as one that does not exist. */
    private ClaimDossier dossier(String outcomeId, Caller caller) {
        return claims.dossier(outcomeId)
                .filter(found -> caller.maySee(found.claim().claim().customer()))
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_outcome", "", "expected the id of a claimed outcome"));
    }
}
