package io.adjudicator.notice;

import io.adjudicator.kernel.Canonical;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.SourceId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Tries whether a webhook takes what it is sent, by a notice of nothing. */
@Service
public class WebhookTests {

    private final WebhookTestStore store;
    private final DeliveryLog log;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    WebhookTests(WebhookTestStore store, DeliveryLog log, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A test on its way; the one that still waits for an answer, if there is one, so that asking often sends no more. */
    public Delivery send(Webhook webhook) {
        Instant now = clock.instant();
        String notice = transactions.execute(_ -> {
            if (!store.lockEnabled(webhook.id())) {
                throw DeliveryLog.disabled();
            }
            return store.waiting(webhook.id()).orElseGet(() -> insert(webhook, now));
        });
        return log.find(webhook, notice);
    }

    private String insert(Webhook webhook, Instant now) {
        String type = NoticeType.WEBHOOK_TEST.wireName();
        String id = new SourceId(type, webhook.id() + "/" + random.nextLong()).derived("msg");
        Map<String, Object> content =
                new HashMap<>(Map.of("webhookId", webhook.id().value()));
        webhook.customer().ifPresent(customer -> content.put("customer", customer.value()));
        String body = Canonical.json(Map.of("type", type, "timestamp", now.toString(), "data", content));
        store.insert(webhook.id(), webhook.customer().map(CustomerId::value).orElse(""), id, body, now);
        return id;
    }
}
