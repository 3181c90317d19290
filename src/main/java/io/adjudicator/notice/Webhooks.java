package io.adjudicator.notice;

import io.adjudicator.access.Actor;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Creates, rotates, disables and enables webhooks. */
@Service
public class Webhooks {

    /** How long the secret before the new one still signs, unless somebody says otherwise. */
    public static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    public static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /** Of one owner. Everything that happens is written once for each. */
    private static final int MOST = 20;

    private final WebhookStore store;
    private final SecretStore secrets;
    private final DeliveryStore deliveries;
    private final VettedNames names;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(
            WebhookStore store,
            SecretStore secrets,
            DeliveryStore deliveries,
            VettedNames names,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.names = names;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A webhook with what signs its notices now.
     *
     * @param secret cannot be had again
     */
    public record Secured(Webhook webhook, String secret) {

        /** Without the secret, because somebody will log it. */
        @Override
        public String toString() {
            return "Secured[" + webhook.id() + "]";
        }
    }

    /** Refuses what can never be told, and addresses where nothing may be sent. */
    public Secured create(NewWebhook asked, Actor by) {
        refuseUnfit(asked);
        Instant now = clock.instant();
        Webhook webhook = new Webhook(
                WebhookId.random(random),
                asked.customer(),
                asked.url(),
                asked.events().stream().distinct().sorted().toList(),
                asked.description(),
                now,
                Optional.empty(),
                Optional.empty());
        SigningSecret secret = SigningSecret.random(random);
        transactions.executeWithoutResult(_ -> {
            refuseCrowd(asked.customer());
            if (!store.insert(webhook)) {
                throw exists();
            }
            secrets.insert(webhook.id(), secret, now);
            changed(webhook.id(), now, by, WebhookChange.What.CREATED, "for " + webhook.url());
        });
        return new Secured(webhook, secret.full());
    }

    /** All that somebody may see: one customer's, or everybody's. */
    public List<Webhook> list(Optional<CustomerId> customer) {
        return store.list(customer);
    }

    /** Refuses one that is not there, or not for those who are bound to a customer. */
    public Webhook find(String id, Optional<CustomerId> boundTo) {
        return store.find(parsed(id))
                .filter(webhook -> boundTo.isEmpty() || webhook.customer().equals(boundTo))
                .orElseThrow(Webhooks::unknown);
    }

    public List<WebhookChange> changes(Webhook webhook) {
        return store.changes(webhook.id());
    }

    /** A new secret; the last one signs as well for {@code overlap}, and any older one no more. */
    public Secured rotate(Webhook webhook, Duration overlap, Actor by) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "bad_overlap",
                    "/overlap",
                    "expected an overlap from PT0S to " + LONGEST_OVERLAP);
        }
        Instant now = clock.instant();
        SigningSecret secret = SigningSecret.random(random);
        transactions.executeWithoutResult(_ -> {
            secrets.lock(webhook.id());
            secrets.retire(webhook.id(), now, now.plus(overlap));
            secrets.insert(webhook.id(), secret, now);
            changed(webhook.id(), now, by, WebhookChange.What.ROTATED, "the last secret ends " + now.plus(overlap));
        });
        return new Secured(webhook, secret.full());
    }

    /** Until when the secret before the present one signs as well; empty: the present one signs alone. */
    public Optional<Instant> formerSecretUntil(Webhook webhook) {
        return secrets.formerUntil(webhook.id(), clock.instant());
    }

    /** Doing it again changes nothing. */
    public Webhook disable(Webhook webhook, Actor by) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            if (store.disable(webhook.id(), now, Disabled.Because.ASKED)) {
                deliveries.abandon(webhook.id());
                changed(webhook.id(), now, by, WebhookChange.What.DISABLED, "asked for");
            }
        });
        return found(webhook.id());
    }

    /** What happened meanwhile is not told; what had not arrived can be sent anew by hand. */
    public Webhook enable(Webhook webhook, Actor by) {
        try {
            transactions.executeWithoutResult(_ -> {
                refuseCrowd(webhook.customer());
                if (store.enable(webhook.id())) {
                    changed(webhook.id(), clock.instant(), by, WebhookChange.What.ENABLED, "asked for");
                }
            });
        } catch (DuplicateKeyException e) {
            throw exists();
        }
        return found(webhook.id());
    }

    private void changed(WebhookId id, Instant now, Actor by, WebhookChange.What what, String because) {
        store.insertChange(id, now, by.id(), what, because);
    }

    private void refuseUnfit(NewWebhook asked) {
        List<Fault> faults = new ArrayList<>();
        Optional<WebhookUrl> url = WebhookUrl.of(asked.url());
        if (url.isEmpty()) {
            faults.add(new Fault(
                    "bad_webhook_url",
                    "/url",
                    "expected an https address of at most " + WebhookUrl.LONGEST
                            + " characters, without user, password and fragment"));
        } else if (!url.get().leadsSomewhere(names)) {
            faults.add(new Fault("no_public_address", "/url", "expected a name with public addresses alone"));
        }
        if (asked.events().isEmpty()) {
            faults.add(new Fault("missing_field", "/events", "expected at least one event"));
        }
        asked.events().stream()
                .filter(event -> asked.customer().isPresent() && !event.forCustomers())
                .forEach(event -> faults.add(new Fault(
                        "event_not_for_customers",
                        "/events",
                        "expected events that customers are told of, but got " + event.wireName())));
        if (!faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults);
        }
    }

    private void refuseCrowd(Optional<CustomerId> owner) {
        if (store.countEnabled(owner) >= MOST) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "too_many_webhooks",
                    "",
                    "expected at most " + MOST + " webhooks of one owner; disable one first");
        }
    }

    private Webhook found(WebhookId id) {
        return store.find(id).orElseThrow(Webhooks::unknown);
    }

    private static WebhookId parsed(String id) {
        try {
            return new WebhookId(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Refused exists() {
        return new Refused(
                Refused.Kind.CONFLICT,
                "webhook_exists",
                "/url",
                "expected an address without a webhook, but there is one for this address already");
    }

    private static Refused unknown() {
        return new Refused(Refused.Kind.NOT_FOUND, "unknown_webhook", "/id", "expected the id of a webhook");
    }
}
