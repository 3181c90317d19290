package io.adjudicator.notice;

import io.adjudicator.notice.Answer.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Hands out what is due and writes down what came of it. */
@Service
class Outgoing {

    /** Longer than an attempt can take: until then nobody else sends it. */
    static final Duration IN_HAND = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final DeliveryStore deliveries;
    private final WebhookStore webhooks;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Outgoing(DeliveryStore deliveries, WebhookStore webhooks, TransactionOperations transactions, InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** No transaction stays open while it is sent: a slow receiver must not hold a connection of the pool. */
    List<Parcel> take(Hands hands) {
        Instant now = clock.instant();
        return hands.free() > 0 ? deliveries.take(hands, now, now.plus(IN_HAND)) : List.of();
    }

    /**
     * Whoever was so slow that another took it over has tried, but does not decide what follows. Rows are locked in one order, the webhook
     * before its deliveries, since disabling it takes all of them.
     */
    void record(Parcel parcel, Instant at, Answer answer) {
        transactions.executeWithoutResult(_ -> {
            if (answer.taken()) {
                webhooks.works(parcel.webhook());
                deliveries.insertAttempt(parcel, at, answer);
                deliveries.delivered(parcel);
            } else {
                failed(parcel, at, answer);
            }
        });
    }

    /** A test is tried once, and says nothing of the webhook: its receiver may not be there yet, and somebody waits for the answer. */
    private void failed(Parcel parcel, Instant at, Answer answer) {
        if (parcel.type() == NoticeType.WEBHOOK_TEST) {
            deliveries.insertAttempt(parcel, at, answer);
            deliveries.failed(parcel, Optional.empty());
        } else {
            refused(parcel, at, answer);
        }
    }

    private void refused(Parcel parcel, Instant at, Answer answer) {
        Instant now = clock.instant();
        Optional<Instant> quietUntil = answer instanceof Answered answered ? answered.waitUntil() : Optional.empty();
        Instant failingSince = webhooks.fails(parcel.webhook(), now, quietUntil);
        deliveries.insertAttempt(parcel, at, answer);
        deliveries.failed(
                parcel,
                RetrySchedule.next(parcel.failedBefore() + 1, parcel.notice(), now)
                        .map(next -> latest(next, quietUntil)));
        if (answer.gone()) {
            disable(parcel.webhook(), now, Disabled.Because.GONE, "it answered 410");
        } else if (!failingSince.plus(RetrySchedule.GIVES_UP_AFTER).isAfter(now)) {
            disable(parcel.webhook(), now, Disabled.Because.FAILING, "it has taken nothing since " + failingSince);
        }
    }

    private void disable(WebhookId webhook, Instant now, Disabled.Because because, String why) {
        if (webhooks.disable(webhook, now, because)) {
            deliveries.abandon(webhook);
            webhooks.insertChange(webhook, now, WebhookChange.OURSELVES, WebhookChange.What.DISABLED, why);
            LOG.atWarn().addKeyValue("webhook", webhook.value()).log("Webhook disabled, {}", why);
        }
    }

    private static Instant latest(Instant next, Optional<Instant> quietUntil) {
        return Stream.concat(Stream.of(next), quietUntil.stream())
                .max(Instant::compareTo)
                .orElse(next);
    }
}
