package io.adjudicator.console;

import io.adjudicator.access.Role;
import io.adjudicator.console.Shown.Moment;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.notice.Delivery;
import io.adjudicator.notice.DeliveryLog;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.WebhookChange;
import io.adjudicator.notice.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Webhooks: whom the service tells, and what came of it. */
@Controller
class WebhookPages {

    private static final int PAGE = 50;

    /** Shown as UTC, where an offset of nothing would be shown as Z. */
    private static final ZoneId OURS = ZoneId.of("UTC");

    /** A page with a test that was sent so lately looks for its answer by itself, where scripts run. */
    private static final Duration WATCHED = Duration.ofMinutes(1);

    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final Zones zones;
    private final InstantSource clock;

    WebhookPages(Webhooks webhooks, DeliveryLog log, Zones zones, InstantSource clock) {
        this.webhooks = webhooks;
        this.log = log;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * One webhook.
     *
     * @param customer empty: the operator's own
     * @param state in words; disabled and failing ones say since when
     */
    record Row(
            String id,
            String url,
            String customer,
            String events,
            String description,
            String state,
            Optional<Moment> since,
            Moment createdAt) {

        static Row of(Webhook webhook, ZoneId zone) {
            return new Row(
                    webhook.id().value(),
                    webhook.url(),
                    webhook.customer().map(CustomerId::value).orElse(""),
                    webhook.events().stream().map(event -> event.wireName()).collect(Collectors.joining(", ")),
                    webhook.description(),
                    webhook.disabled().isPresent()
                            ? "Disabled"
                            : webhook.failingSince().isPresent() ? "Failing" : "In use",
                    webhook.disabled()
                            .map(disabled -> disabled.at())
                            .or(webhook::failingSince)
                            .map(at -> Shown.minute(at, zone)),
                    Shown.minute(webhook.createdAt(), zone));
        }

        public boolean usable() {
            return !state.equals("Disabled");
        }
    }

    /** One notice in the log of a webhook, with the last that was tried. */
    record DeliveryRow(
            String notice,
            String event,
            String state,
            Moment recordedAt,
            Optional<Moment> nextAt,
            String last,
            List<AttemptRow> attempts,
            String body,
            boolean test) {

        static DeliveryRow of(Delivery delivery, ZoneId zone) {
            List<AttemptRow> attempts = delivery.attempts().stream()
                    .map(attempt -> AttemptRow.of(attempt, zone))
                    .toList();
            return new DeliveryRow(
                    delivery.notice(),
                    delivery.type().wireName(),
                    Shown.sentence(delivery.state().name()),
                    Shown.second(delivery.recordedAt(), zone),
                    delivery.dueAt().map(at -> Shown.second(at, zone)),
                    attempts.isEmpty() ? "" : attempts.getLast().result(),
                    attempts,
                    delivery.body(),
                    delivery.type() == NoticeType.WEBHOOK_TEST);
        }

        public String shortId() {
            return Shown.shortId(notice);
        }
    }

    /** One time that a notice was sent: the answer's status, or why there was none. */
    record AttemptRow(int number, Moment at, String result, String took) {

        static AttemptRow of(Delivery.Attempt attempt, ZoneId zone) {
            return new AttemptRow(
                    attempt.number(),
                    Shown.second(attempt.attemptedAt(), zone),
                    attempt.status()
                            .map(AttemptRow::status)
                            .or(() -> attempt.failure().map(Shown::words))
                            .orElse(""),
                    Shown.count(attempt.tookMillis()) + " ms");
        }

        private static String status(int status) {
            return HttpStatusCode.valueOf(status).is3xxRedirection()
                    ? status + ", a redirect, which is not followed"
                    : Integer.toString(status);
        }
    }

    /** Something that was done to a webhook. */
    record ChangeRow(Moment at, String by, String what, String because) {

        static ChangeRow of(WebhookChange change, ZoneId zone) {
            return new ChangeRow(
                    Shown.second(change.at(), zone),
                    Shown.actor(change.by()),
                    Shown.sentence(change.what().name()),
                    change.because());
        }
    }

    @GetMapping("/console/webhooks")
    String list(HttpServletRequest request, SignedIn visitor, Model model) {
        Asked asked = new Asked(request);
        Optional<CustomerId> customer = asked.given("customer")
                .map(name -> zones.require(name, visitor))
                .or(visitor::boundTo);
        model.addAttribute("asked", asked);
        model.addAttribute("customers", zones.visible(visitor));
        model.addAttribute("ours", visitor.boundTo().isEmpty());
        model.addAttribute("mayChange", !visitor.is(Role.AUDITOR));
        model.addAttribute(
                "rows",
                webhooks.list(customer).stream()
                        .map(webhook -> Row.of(webhook, zone(webhook)))
                        .toList());
        return "console/webhooks";
    }

    @GetMapping("/console/webhooks/{webhookId}")
    String one(@PathVariable String webhookId, HttpServletRequest request, SignedIn visitor, Model model) {
        Webhook webhook = webhooks.find(webhookId, visitor.boundTo());
        ZoneId zone = zone(webhook);
        List<WebhookChange> changes = webhooks.changes(webhook);
        model.addAttribute("webhook", Row.of(webhook, zone));
        model.addAttribute("why", why(webhook, changes, zone));
        model.addAttribute("formerUntil", webhooks.formerSecretUntil(webhook).map(until -> Shown.minute(until, zone)));
        model.addAttribute("ours", visitor.boundTo().isEmpty());
        model.addAttribute("mayChange", !visitor.is(Role.AUDITOR));
        model.addAttribute("zone", zone.getId());
        model.addAttribute(
                "made", webhook.createdAt().atZone(zone).toLocalDate().toString());
        model.addAttribute("kept", DeliveryLog.KEPT.toDays());
        model.addAttribute(
                "changes",
                changes.stream().map(change -> ChangeRow.of(change, zone)).toList());
        deliveries(webhook, new Asked(request), zone, model);
        return "console/webhook";
    }

    private void deliveries(Webhook webhook, Asked asked, ZoneId zone, Model model) {
        Optional<Delivery.State> state = asked.constant("state", Delivery.State.class);
        Optional<Long> before = asked.one("cursor", Long::valueOf, "a place in this list");
        List<Delivery> found = asked.faults().isEmpty() ? log.page(webhook, state, before, PAGE + 1) : List.of();
        boolean more = found.size() > PAGE;
        List<Delivery> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("asked", asked);
        model.addAttribute("states", Delivery.State.values());
        model.addAttribute(
                "rows", page.stream().map(one -> DeliveryRow.of(one, zone)).toList());
        model.addAttribute(
                "next", more ? asked.with("cursor", Long.toString(page.getLast().key())) : "");
        model.addAttribute("first", before.isEmpty() ? "" : asked.with("cursor", ""));
        model.addAttribute("here", asked.with("cursor", asked.text("cursor")));
        Instant lately = clock.instant().minus(WATCHED);
        model.addAttribute(
                "awaited",
                page.stream()
                        .anyMatch(one -> one.type() == NoticeType.WEBHOOK_TEST
                                && one.state() == Delivery.State.WAITING
                                && one.recordedAt().isAfter(lately)));
    }

    /** Why nothing is told any more; empty where something is. */
    private static String why(Webhook webhook, List<WebhookChange> changes, ZoneId zone) {
        return webhook.disabled()
                .map(disabled -> switch (disabled.because()) {
                    case ASKED ->
                        changes.stream()
                                .filter(change -> change.what() == WebhookChange.What.DISABLED)
                                .reduce((_, last) -> last)
                                .map(change -> Shown.actor(change.by()) + " asked for it")
                                .orElse("somebody asked for it");
                    case FAILING ->
                        webhook.failingSince()
                                .map(since -> "it had taken nothing since "
                                        + Shown.minute(since, zone).text())
                                .orElse("it took nothing for too long");
                    case GONE -> "its receiver answered 410, which says that it is gone for good";
                })
                .orElse("");
    }

    private ZoneId zone(Webhook webhook) {
        return zone(webhook, zones);
    }

    /** The customer's; the operator's own webhooks are told of customers in many zones. */
    static ZoneId zone(Webhook webhook, Zones zones) {
        return webhook.customer().map(zones::of).orElse(OURS);
    }

    static String address(Webhook webhook) {
        return "/console/webhooks/" + webhook.id();
    }
}
