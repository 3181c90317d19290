package io.adjudicator.console;

import io.adjudicator.kernel.Refused;
import io.adjudicator.notice.DeliveryLog;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.WebhookTests;
import io.adjudicator.notice.Webhooks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to a webhook that there is: trying it, a new secret, disabling and enabling it, telling it once more. */
@Controller
class WebhookActions {

    private final Webhooks webhooks;
    private final WebhookTests tests;
    private final DeliveryLog log;
    private final Zones zones;

    WebhookActions(Webhooks webhooks, WebhookTests tests, DeliveryLog log, Zones zones) {
        this.webhooks = webhooks;
        this.tests = tests;
        this.log = log;
        this.zones = zones;
    }

    @PostMapping("/console/webhooks/{webhookId}/tests")
    String test(
            @PathVariable String webhookId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        return act(webhookId, form, visitor, flash, webhook -> {
            tests.send(webhook);
            return "A test is on its way. What was answered stands under Deliveries in a moment.";
        });
    }

    @PostMapping("/console/webhooks/{webhookId}/rotations")
    String rotate(
            @PathVariable String webhookId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        return act(webhookId, form, visitor, flash, webhook -> {
            Webhooks.Secured rotated = webhooks.rotate(webhook, overlap(form), visitor.actor());
            flash.addFlashAttribute(WebhookForms.SECRET, rotated.secret());
            ZoneId zone = WebhookPages.zone(webhook, zones);
            return webhooks.formerSecretUntil(webhook)
                    .map(until -> "The secret is changed. Everything is signed with both until "
                            + Shown.minute(until, zone).text() + "; then the old one ends by itself.")
                    .orElse("The secret is changed. The old one signs nothing any more.");
        });
    }

    @PostMapping("/console/webhooks/{webhookId}/disabling")
    String disable(
            @PathVariable String webhookId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        return act(webhookId, form, visitor, flash, webhook -> {
            webhooks.disable(webhook, visitor.actor());
            return "It is disabled. Nothing more is sent to it.";
        });
    }

    @PostMapping("/console/webhooks/{webhookId}/enabling")
    String enable(
            @PathVariable String webhookId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        return act(webhookId, form, visitor, flash, webhook -> {
            webhooks.enable(webhook, visitor.actor());
            return "It is enabled, and told what happens from now on. What had failed before can be sent again below.";
        });
    }

    @PostMapping("/console/webhooks/{webhookId}/redeliveries/{notice}")
    String redeliver(
            @PathVariable String webhookId,
            @PathVariable String notice,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        return act(webhookId, form, visitor, flash, webhook -> {
            log.redeliver(webhook, notice, visitor.actor());
            return "It is sent once more, under the same id.";
        });
    }

    /** All that failed since a day; the form offers the day on which the webhook was made, which is all of them. */
    @PostMapping("/console/webhooks/{webhookId}/redeliveries")
    String redeliverFailed(
            @PathVariable String webhookId,
            @RequestParam MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash) {
        return act(webhookId, form, visitor, flash, webhook -> {
            int count = log.redeliverFailed(webhook, since(form, WebhookPages.zone(webhook, zones)), visitor.actor());
            return count == 1 ? "1 notice is sent once more." : count + " notices are sent once more.";
        });
    }

    /** Does it to a webhook that the visitor may see, and goes back to its page. */
    private String act(
            String webhookId,
            MultiValueMap<String, String> form,
            SignedIn visitor,
            RedirectAttributes flash,
            Function<Webhook, String> action) {
        Webhook webhook = webhooks.find(webhookId, visitor.boundTo());
        return Act.of(WebhookPages.address(webhook), form, flash, () -> action.apply(webhook));
    }

    private static Duration overlap(MultiValueMap<String, String> form) {
        String hours = Act.required(form, "overlap", "how long the old secret goes on");
        try {
            return Duration.ofHours(Integer.parseInt(hours));
        } catch (NumberFormatException e) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, "bad_form", "/overlap", "expected a number of hours");
        }
    }

    private static Instant since(MultiValueMap<String, String> form, ZoneId zone) {
        try {
            return LocalDate.parse(Act.required(form, "since", "a day"))
                    .atStartOfDay(zone)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, "bad_form", "/since", "expected a day, such as 2026-07-01");
        }
    }
}
