package io.adjudicator.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table webhook_secret. */
@Repository
class SecretStore {

    private final JdbcClient jdbc;

    SecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WebhookId webhook, SigningSecret secret, Instant now) {
        jdbc.sql("""
                        insert into webhook_secret (webhook, number, key, created_at)
                        select :webhook, coalesce(max(number), 0) + 1, :key, cast(:now as timestamptz)
                        from webhook_secret
                        where webhook = :webhook
                        """)
                .param("webhook", webhook.value())
                .param("key", secret.key())
                .param("now", now.toString())
                .update();
    }

    /** The last one goes on for a while, so that its receiver can change over; those before it end now. */
    void retire(WebhookId webhook, Instant now, Instant lastUntil) {
        jdbc.sql("""
                        update webhook_secret
                        set expires_at = case
                            when number = (select max(number) from webhook_secret where webhook = :webhook)
                            then cast(:lastUntil as timestamptz)
                            else least(expires_at, cast(:now as timestamptz)) end
                        where webhook = :webhook
                        """)
                .param("webhook", webhook.value())
                .param("now", now.toString())
                .param("lastUntil", lastUntil.toString())
                .update();
    }

    /** Until when the one before the last signs as well; empty: the last one signs alone. */
    Optional<Instant> formerUntil(WebhookId webhook, Instant now) {
        return jdbc.sql("""
                        select max(expires_at)
                        from webhook_secret
                        where webhook = :webhook and expires_at > cast(:now as timestamptz)
                        """)
                .param("webhook", webhook.value())
                .param("now", now.toString())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Two that rotate at once: one after the other. */
    void lock(WebhookId webhook) {
        jdbc.sql("select id from webhook where id = :webhook for no key update")
                .param("webhook", webhook.value())
                .query(String.class)
                .single();
    }
}
