package io.adjudicator.notice;

import io.adjudicator.notice.Answer.Answered;
import io.adjudicator.notice.Answer.Unanswered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries as they are sent: the tables delivery and delivery_attempt. */
@Repository
class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is due, taken so that no other replica sees it as due before {@code until}. */
    List<Parcel> take(Hands hands, Instant now, Instant until) {
        List<Taken> taken = takeRows(hands, now, until);
        Map<String, List<SigningSecret>> secrets = taken.isEmpty() ? Map.of() : secrets(taken, now);
        return taken.stream()
                .map(row -> row.parcel(Objects.requireNonNull(secrets.get(row.webhook), "a webhook without secret")))
                .toList();
    }

    void insertAttempt(Parcel parcel, Instant at, Answer answer) {
        jdbc.sql("""
                        insert into delivery_attempt (delivery_key, number, attempted_at, took_millis, status, failure)
                        values (:delivery, :number, cast(:at as timestamptz), :tookMillis, :status, :failure)
                        """)
                .param("delivery", parcel.deliveryKey())
                .param("number", parcel.attempt())
                .param("at", at.toString())
                .param("tookMillis", answer.took().toMillis())
                .param("status", answer instanceof Answered answered ? answered.status() : null)
                .param(
                        "failure",
                        answer instanceof Unanswered unanswered
                                ? unanswered.failure().name().toLowerCase(Locale.ROOT)
                                : null)
                .update();
    }

    /** Unless somebody sent it anew while this attempt was under way: that is still to be done. */
    void delivered(Parcel parcel) {
        jdbc.sql("""
                        update delivery
                        set state = 'DELIVERED', due_at = null
                        where delivery_key = :delivery and attempts = :attempt and attempts_before < :attempt
                        """)
                .param("delivery", parcel.deliveryKey())
                .param("attempt", parcel.attempt())
                .update();
    }

    /** Without a next time it stays where it is. */
    void failed(Parcel parcel, Optional<Instant> next) {
        jdbc.sql("""
                        update delivery
                        set state = case when cast(:next as timestamptz) is null then 'FAILED' else 'WAITING' end,
                          due_at = cast(:next as timestamptz)
                        where delivery_key = :delivery and attempts = :attempt and attempts_before < :attempt
                          and state = 'WAITING'
                        """)
                .param("delivery", parcel.deliveryKey())
                .param("attempt", parcel.attempt())
                .param("next", next.map(Instant::toString).orElse(null))
                .update();
    }

    /** Nothing more is sent to it by itself. */
    void abandon(WebhookId webhook) {
        jdbc.sql("""
                        update delivery
                        set state = 'FAILED', due_at = null
                        where webhook = :webhook and state = 'WAITING'
                        """).param("webhook", webhook.value()).update();
    }

    /** How many wait for hands, or for a receiver that asked us to wait. */
    long due(Instant now) {
        return jdbc.sql("""
                        select count(*)
                        from delivery
                        join webhook on webhook.id = delivery.webhook
                        where state = 'WAITING' and due_at <= cast(:now as timestamptz) and disabled_at is null
                        """).param("now", now.toString()).query(Long.class).single();
    }

    private record Taken(
            long deliveryKey,
            int attempts,
            int attemptsBefore,
            String webhook,
            String url,
            String notice,
            String type,
            String body) {

        Parcel parcel(List<SigningSecret> secrets) {
            return new Parcel(
                    deliveryKey,
                    attempts,
                    attempts - attemptsBefore - 1,
                    new WebhookId(webhook),
                    WebhookUrl.of(url)
                            .orElseThrow(() -> new IllegalStateException("expected an address, but got " + url)),
                    notice,
                    NoticeType.ofWireName(type)
                            .orElseThrow(() -> new IllegalStateException("expected a known event, but got " + type)),
                    body,
                    secrets);
        }
    }

    /**
     * Some of each webhook, so that a long queue for one keeps no other waiting; one at a time of those that are failing, since each may
     * take as long as we are patient; and by lot where there are more than hands, so that it is not always the same who wait.
     */
    private List<Taken> takeRows(Hands hands, Instant now, Instant until) {
        return jdbc.sql("""
                        with due as materialized (
                          select next.delivery_key
                          from webhook
                          cross join lateral (
                            select delivery_key
                            from delivery
                            where webhook = webhook.id and state = 'WAITING' and due_at <= cast(:now as timestamptz)
                            order by due_at, delivery_key
                            limit case when failing_since is null then :mostPerWebhook else 1 end
                            for update skip locked) as next
                          where disabled_at is null and id <> all (:full)
                            and (failing_since is null or id <> all (:busy))
                            and coalesce(quiet_until <= cast(:now as timestamptz), true)
                          order by random()
                          limit :most)
                        update delivery
                        set attempts = attempts + 1, due_at = cast(:until as timestamptz)
                        from due, webhook, notice
                        where delivery.delivery_key = due.delivery_key and webhook.id = delivery.webhook
                          and notice.id = delivery.notice
                        returning delivery.delivery_key, attempts, attempts_before, webhook.id as webhook_id, url,
                          notice.id as notice_id, type, body
                        """)
                .param("now", now.toString())
                .param("until", until.toString())
                .param("mostPerWebhook", Hands.MOST_PER_WEBHOOK)
                .param("most", hands.free())
                .param("full", hands.full())
                .param("busy", hands.busy())
                .query((row, number) -> taken(row))
                .list();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong("delivery_key"),
                row.getInt("attempts"),
                row.getInt("attempts_before"),
                row.getString("webhook_id"),
                row.getString("url"),
                row.getString("notice_id"),
                row.getString("type"),
                row.getString("body"));
    }

    /** Newest first. */
    private Map<String, List<SigningSecret>> secrets(List<Taken> taken, Instant now) {
        Map<String, List<SigningSecret>> secrets = new HashMap<>();
        jdbc.sql("""
                        select webhook, key
                        from webhook_secret
                        where webhook = any (:webhooks) and coalesce(expires_at > cast(:now as timestamptz), true)
                        order by webhook, number desc
                        """)
                .param("webhooks", taken.stream().map(Taken::webhook).distinct().toArray(String[]::new))
                .param("now", now.toString())
                .query(row -> {
                    secrets.computeIfAbsent(row.getString("webhook"), _ -> new ArrayList<>())
                            .add(new SigningSecret(row.getBytes("key")));
                });
        return secrets;
    }
}
