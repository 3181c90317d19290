package io.adjudicator.api;

import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.notice.NewWebhook;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks: who is told what, and where. A customer sees and changes its own alone. */
@RestController
class WebhookController {

    private static final Set<String> WEBHOOK = Set.of("customer", "url", "events", "description");
    private static final Set<String> ROTATION = Set.of("overlap");
    private static final int LARGEST_REQUEST = 8 * 1024;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_DURATION = 30;
    private static final int LONGEST_EVENT = 50;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping(path = "/v1/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    WebhookView createWebhook(HttpServletRequest request, Caller caller) throws IOException {
        RecordMembers body = body(request, WEBHOOK);
        Optional<CustomerId> customer = body.has("customer") ? Optional.of(body.customer()) : Optional.empty();
        String url = body.text("url", LONGEST_URL);
        List<NoticeType> events = events(body);
        String description = body.has("description") ? body.text("description", LONGEST_DESCRIPTION) : "";
        body.refuseFaults();
        return WebhookView.of(webhooks.create(
                new NewWebhook(caller.only(customer), url, events, description),
                caller.getPrincipal().actor()));
    }

    @GetMapping("/v1/webhooks")
    List<WebhookView> listWebhooks(HttpServletRequest request, Caller caller) {
        QueryParameters query = new QueryParameters(request, Set.of("customer"));
        Optional<CustomerId> customer = caller.only(query.customer());
        query.refuseFaults();
        return webhooks.list(customer).stream().map(WebhookView::of).toList();
    }

    @GetMapping("/v1/webhooks/{id}")
    WebhookView readWebhook(@PathVariable String id, Caller caller) {
        Webhook webhook = webhooks.find(id, caller.boundTo());
        return WebhookView.of(webhook, webhooks.changes(webhook));
    }

    @DeleteMapping("/v1/webhooks/{id}")
    WebhookView disableWebhook(@PathVariable String id, Caller caller) {
        return WebhookView.of(webhooks.disable(
                webhooks.find(id, caller.boundTo()), caller.getPrincipal().actor()));
    }

    @PostMapping("/v1/webhooks/{id}/enabling")
    WebhookView enableWebhook(@PathVariable String id, Caller caller) {
        return WebhookView.of(webhooks.enable(
                webhooks.find(id, caller.boundTo()), caller.getPrincipal().actor()));
    }

    @PostMapping(path = "/v1/webhooks/{id}/rotations", consumes = MediaType.APPLICATION_JSON_VALUE)
    WebhookView rotateSecret(@PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
        Webhook webhook = webhooks.find(id, caller.boundTo());
        RecordMembers body = body(request, ROTATION);
        String overlap = body.has("overlap")
                ? body.word(
                        "overlap",
                        LONGEST_DURATION,
                        WebhookController::isDuration,
                        "bad_overlap",
                        "a duration, such as P1D")
                : Webhooks.USUAL_OVERLAP.toString();
        body.refuseFaults();
        return WebhookView.of(webhooks.rotate(
                webhook, Duration.parse(overlap), caller.getPrincipal().actor()));
    }

    private static boolean isDuration(String text) {
        try {
            Duration.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static List<NoticeType> events(RecordMembers body) {
        List<String> known =
                NoticeType.toChoose().stream().map(NoticeType::wireName).toList();
        List<String> names = body.texts("events", known.size(), LONGEST_EVENT);
        names.stream()
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .forEach(name -> body.fault(
                        "unknown_event",
                        "events",
                        "expected some of " + String.join(", ", known) + ", but got \"" + name + "\""));
        return names.stream()
                .filter(known::contains)
                .flatMap(name -> NoticeType.ofWireName(name).stream())
                .toList();
    }

    private static RecordMembers body(HttpServletRequest request, Set<String> known) throws IOException {
        return RecordMembers.ofBody(BoundedBody.bytes(request, LARGEST_REQUEST)).onlyKnow(known);
    }
}
