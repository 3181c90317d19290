package io.adjudicator.notice;

import java.util.List;

/**
 * A delivery in the hands of a sender.
 *
 * @param attempt its number: whoever comes back with an older one is too late
 * @param failedBefore attempts of the present round that did not succeed
 */
record Parcel(
        long deliveryKey,
        int attempt,
        int failedBefore,
        WebhookId webhook,
        WebhookUrl url,
        String notice,
        NoticeType type,
        String body,
        List<SigningSecret> secrets) {

    Parcel {
        secrets = List.copyOf(secrets);
    }
}
