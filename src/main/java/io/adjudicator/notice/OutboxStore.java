package io.adjudicator.notice;

import io.adjudicator.kernel.Columns;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes notices, one delivery for each webhook that wants them. */
@Repository
class OutboxStore {

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most installations have no webhooks, and settling thousands of claims must not pay for them. */
    boolean anybodyListens() {
        return jdbc.sql("select exists (select from webhook where disabled_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** What nobody wants is not written, and what was written before is not written again. */
    void insert(List<Notice> notices, Instant now) {
        jdbc.sql("""
                        with announced as (
                          select id, customer, type, cast(occurred_at as timestamptz) as occurred_at, body
                          from unnest(cast(:ids as text[]), cast(:customers as text[]), cast(:types as text[]),
                            cast(:occurredAts as text[]), cast(:bodies as text[]))
                            as announced (id, customer, type, occurred_at, body)),
                        wanted as (
                          select announced.id, webhook.id as webhook
                          from announced
                          join webhook on disabled_at is null and type = any (events)
                            and coalesce(webhook.customer, announced.customer) = announced.customer),
                        written as (
                          insert into notice (id, customer, type, occurred_at, recorded_at, body)
                          select id, customer, type, occurred_at, cast(:now as timestamptz), body
                          from announced
                          where id in (select id from wanted)
                          on conflict (id) do nothing
                          returning id)
                        insert into delivery (notice, webhook, state, due_at)
                        select id, webhook, 'WAITING', cast(:now as timestamptz)
                        from written
                        join wanted using (id)
                        order by id, webhook
                        """)
                .param("ids", Columns.texts(notices, Notice::id))
                .param(
                        "customers",
                        Columns.texts(notices, notice -> notice.customer().value()))
                .param("types", Columns.texts(notices, notice -> notice.type().wireName()))
                .param("occurredAts", Columns.instants(notices, Notice::occurredAt))
                .param("bodies", Columns.texts(notices, Notice::body))
                .param("now", now.toString())
                .update();
    }
}
