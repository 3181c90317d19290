package io.adjudicator.api;

import io.adjudicator.intake.RecordMembers;
import io.adjudicator.notice.Delivery;
import io.adjudicator.notice.DeliveryLog;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.WebhookTests;
import io.adjudicator.notice.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a webhook was told and what came of it, telling it once more, and trying whether it takes anything. */
@RestController
class DeliveryController {

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_REQUEST = 1_000;

    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final WebhookTests tests;

    DeliveryController(Webhooks webhooks, DeliveryLog log, WebhookTests tests) {
        this.webhooks = webhooks;
        this.log = log;
        this.tests = tests;
    }

    /** How many are sent anew. */
    record Redeliveries(int redelivered) {}

    @GetMapping("/v1/webhooks/{id}/deliveries")
    DeliveryPage listDeliveries(@PathVariable String id, HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, Set.of("state", "cursor", "limit"));
        Optional<Delivery.State> state = query.constant("state", Delivery.State.class);
        Optional<Long> before = query.one("cursor", Long::parseLong, "a cursor that an earlier page gave as next");
        int limit = query.limit(USUAL_PAGE, LARGEST_PAGE);
        query.refuseFaults();
        return DeliveryPage.of(log.page(webhook(id, caller), state, before, limit + 1), limit);
    }

    @GetMapping("/v1/webhooks/{id}/deliveries/{notice}")
    DeliveryPage.Row readDelivery(@PathVariable String id, @PathVariable String notice, Caller caller) {
        return DeliveryPage.Row.of(log.find(webhook(id, caller), notice));
    }

    @PostMapping("/v1/webhooks/{id}/deliveries/{notice}/redelivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryPage.Row redeliver(@PathVariable String id, @PathVariable String notice, Caller caller) {
        return DeliveryPage.Row.of(
                log.redeliver(webhook(id, caller), notice, caller.getPrincipal().actor()));
    }

    @PostMapping("/v1/webhooks/{id}/tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryPage.Row sendTest(@PathVariable String id, Caller caller) {
        return DeliveryPage.Row.of(tests.send(webhook(id, caller)));
    }

    @PostMapping(path = "/v1/webhooks/{id}/redeliveries", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Redeliveries redeliverFailed(@PathVariable String id, HttpServletRequest request, Caller caller)
            throws IOException {
        Webhook webhook = webhook(id, caller);
        RecordMembers body = RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST))
                .onlyKnow(Set.of("failedSince"));
        Optional<Instant> since = body.optionalTime("failedSince");
        if (!body.has("failedSince")) {
            body.fault("missing_field", "failedSince", "expected \"failedSince\", but it is missing");
        }
        body.refuseFaults();
        return new Redeliveries(log.redeliverFailed(
                webhook, since.orElseThrow(), caller.getPrincipal().actor()));
    }

    private Webhook webhook(String id, Caller caller) {
        return webhooks.find(id, caller.boundTo());
    }
}
