package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.notice.Disabled;
import io.adjudicator.notice.NoticeType;
import io.adjudicator.notice.Webhook;
import io.adjudicator.notice.WebhookChange;
import io.adjudicator.notice.Webhooks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A webhook.
 *
 * @param secret only in the answer that made it
 * @param changes only where one webhook is read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Webhook")
record WebhookView(
        String id,
        Optional<String> customer,
        String url,

        @Schema(implementation = String.class, type = "array")
        List<NoticeType> events,

        String description,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<DisabledView> disabled,
        Optional<String> secret,
        Optional<List<Change>> changes) {

    /** Since when and why it is told nothing. */
    @Schema(name = "WebhookDisabled")
    record DisabledView(
            Instant at,
            @Schema(implementation = String.class) Disabled.Because because) {}

    /** What was done to it, by whom. */
    @Schema(name = "WebhookChange")
    record Change(
            Instant at,
            String by,
            @Schema(implementation = String.class) WebhookChange.What what,
            String because) {}

    static WebhookView of(Webhook webhook) {
        return view(webhook, Optional.empty(), Optional.empty());
    }

    static WebhookView of(Webhooks.Secured secured) {
        return view(secured.webhook(), Optional.of(secured.secret()), Optional.empty());
    }

    static WebhookView of(Webhook webhook, List<WebhookChange> changes) {
        return view(
                webhook,
                Optional.empty(),
                Optional.of(changes.stream()
                        .map(change -> new Change(change.at(), change.by(), change.what(), change.because()))
                        .toList()));
    }

    private static WebhookView view(Webhook webhook, Optional<String> secret, Optional<List<Change>> changes) {
        return new WebhookView(
                webhook.id().value(),
                webhook.customer().map(customer -> customer.value()),
                webhook.url(),
                webhook.events(),
                webhook.description(),
                webhook.createdAt(),
                webhook.failingSince(),
                webhook.disabled().map(disabled -> new DisabledView(disabled.at(), disabled.because())),
                secret,
                changes);
    }
}
