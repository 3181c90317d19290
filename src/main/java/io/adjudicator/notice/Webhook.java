package io.adjudicator.notice;

import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody wants to be told.
 *
 * @param customer whose it is, and of whom alone it is told; empty: the operator's own, told of all
 * @param failingSince the first attempt that failed since the last one that did not
 */
public record Webhook(
        WebhookId id,
        Optional<CustomerId> customer,
        String url,
        List<NoticeType> events,
        String description,
        Instant createdAt,
        Optional<Instant> failingSince,
        Optional<Disabled> disabled) {

    public Webhook {
        events = List.copyOf(events);
    }
}
