package io.adjudicator.notice;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tests among the notices and deliveries. */
@Repository
class WebhookTestStore {

    private final JdbcClient jdbc;

    WebhookTestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if it is disabled. Two that ask at once: one after the other. */
    boolean lockEnabled(WebhookId webhook) {
        return jdbc.sql("select disabled_at is null from webhook where id = :webhook for no key update")
                .param("webhook", webhook.value())
                .query(Boolean.class)
                .single();
    }

    /** The notice of a test whose answer is still to come. */
    Optional<String> waiting(WebhookId webhook) {
        return jdbc.sql("""
                        select notice.id
                        from delivery
                        join notice on notice.id = delivery.notice
                        where webhook = :webhook and state = 'WAITING' and type = :type
                        limit 1
                        """)
                .param("webhook", webhook.value())
                .param("type", NoticeType.WEBHOOK_TEST.wireName())
                .query(String.class)
                .optional();
    }

    /** For this webhook alone, whatever it asked to be told of; the operator's own is a test of no customer. */
    void insert(WebhookId webhook, String customer, String notice, String body, Instant now) {
        jdbc.sql("""
                        with written as (
                          insert into notice (id, customer, type, occurred_at, recorded_at, body)
                          values (:notice, :customer, :type, cast(:now as timestamptz), cast(:now as timestamptz), :body)
                          returning id)
                        insert into delivery (notice, webhook, state, due_at)
                        select id, :webhook, 'WAITING', cast(:now as timestamptz)
                        from written
                        """)
                .param("webhook", webhook.value())
                .param("customer", customer)
                .param("notice", notice)
                .param("type", NoticeType.WEBHOOK_TEST.wireName())
                .param("body", body)
                .param("now", now.toString())
                .update();
    }
}
