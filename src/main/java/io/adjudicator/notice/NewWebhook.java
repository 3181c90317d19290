package io.adjudicator.notice;

import io.adjudicator.kernel.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * A webhook that somebody wants.
 *
 * @param customer empty: for the operator itself
 */
public record NewWebhook(Optional<CustomerId> customer, String url, List<NoticeType> events, String description) {

    public NewWebhook {
        events = List.copyOf(events);
        if (!NoticeType.toChoose().containsAll(events)) {
            throw new IllegalArgumentException("expected events that can be chosen, but got " + events);
        }
    }
}
