package io.adjudicator.notice;

import io.adjudicator.access.Actor;
import io.adjudicator.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Shows what was sent and what came of it, and sends anew what somebody asks for. */
@Service
public class DeliveryLog {

    /** How long it goes back. It helps receivers to repair themselves; what happened stands where it happened, for good. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** At once, so that forgetting never holds many rows for long. */
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final DeliveryLogStore store;
    private final WebhookStore webhooks;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    DeliveryLog(
            DeliveryLogStore store, WebhookStore webhooks, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.webhooks = webhooks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Newest first, those before a place in the log. */
    public List<Delivery> page(Webhook webhook, Optional<Delivery.State> state, Optional<Long> before, int limit) {
        return store.page(webhook.id(), state, before.orElse(Long.MAX_VALUE), limit);
    }

    public Delivery find(Webhook webhook, String notice) {
        return store.find(webhook.id(), notice)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_delivery",
                        "/notice",
                        "expected the id of a notice that was meant for this webhook, in the last " + KEPT.toDays()
                                + " days"));
    }

    /** Once more with the same id, also if it arrived; the retry schedule begins again. */
    public Delivery redeliver(Webhook webhook, String notice, Actor by) {
        refuseDisabled(webhook);
        Delivery delivery = find(webhook, notice);
        Instant now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            store.sendAnew(webhook.id(), delivery.notice(), now);
            changed(webhook, now, by, delivery.notice());
        });
        return find(webhook, notice);
    }

    /** All that failed since, as after a long repair, but no tests. Returns how many. */
    public int redeliverFailed(Webhook webhook, Instant since, Actor by) {
        refuseDisabled(webhook);
        Instant now = clock.instant();
        return transactions.<Integer>execute(_ -> {
            int count = store.sendFailedAnew(webhook.id(), since, now);
            changed(webhook, now, by, count + " that failed since " + since);
            return count;
        });
    }

    /** Returns how many were forgotten; more may be left. */
    int forgetSome() {
        return store.forget(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE);
    }

    private void changed(Webhook webhook, Instant now, Actor by, String because) {
        webhooks.insertChange(webhook.id(), now, by.id(), WebhookChange.What.REDELIVERED, because);
    }

    private static void refuseDisabled(Webhook webhook) {
        if (webhook.disabled().isPresent()) {
            throw disabled();
        }
    }

    static Refused disabled() {
        return new Refused(
                Refused.Kind.CONFLICT,
                "webhook_disabled",
                "/id",
                "expected a webhook that is not disabled; enable it first");
    }
}
