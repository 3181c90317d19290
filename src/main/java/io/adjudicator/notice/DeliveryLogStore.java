package io.adjudicator.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries as they are looked at, and sent anew. */
@Repository
class DeliveryLogStore {

    private final JdbcClient jdbc;

    DeliveryLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Delivery> page(WebhookId webhook, Optional<Delivery.State> state, long before, int limit) {
        List<Delivery> found = jdbc.sql("""
                        select delivery_key, notice.id, type, state, recorded_at, due_at, body
                        from delivery
                        join notice on notice.id = delivery.notice
                        where webhook = :webhook and delivery_key < :before and coalesce(state = :state, true)
                        order by delivery_key desc
                        limit :limit
                        """)
                .param("webhook", webhook.value())
                .param("before", before)
                .param("state", state.map(Delivery.State::name).orElse(null))
                .param("limit", limit)
                .query((row, number) -> delivery(row))
                .list();
        return withAttempts(found);
    }

    Optional<Delivery> find(WebhookId webhook, String notice) {
        List<Delivery> found = jdbc.sql("""
                        select delivery_key, notice.id, type, state, recorded_at, due_at, body
                        from delivery
                        join notice on notice.id = delivery.notice
                        where webhook = :webhook and notice.id = :notice
                        """)
                .param("webhook", webhook.value())
                .param("notice", notice)
                .query((row, number) -> delivery(row))
                .list();
        return withAttempts(found).stream().findFirst();
    }

    /** Due now, whatever became of it before, with the whole schedule ahead. */
    void sendAnew(WebhookId webhook, String notice, Instant now) {
        jdbc.sql("""
                        update delivery
                        set state = 'WAITING', due_at = cast(:now as timestamptz), attempts_before = attempts
                        where webhook = :webhook and notice = :notice
                        """)
                .param("webhook", webhook.value())
                .param("notice", notice)
                .param("now", now.toString())
                .update();
    }

    /** All that failed of what happened, so no tests, and was recorded since. Returns how many. */
    int sendFailedAnew(WebhookId webhook, Instant since, Instant now) {
        return jdbc.sql("""
                        update delivery
                        set state = 'WAITING', due_at = cast(:now as timestamptz), attempts_before = attempts
                        from notice
                        where webhook = :webhook and state = 'FAILED' and notice.id = delivery.notice
                          and recorded_at >= cast(:since as timestamptz) and type <> :test
                        """)
                .param("webhook", webhook.value())
                .param("test", NoticeType.WEBHOOK_TEST.wireName())
                .param("since", since.toString())
                .param("now", now.toString())
                .update();
    }

    /** What nobody waits for any more, with all that was tried. Returns how many. */
    int forget(Instant recordedBefore, int most) {
        return jdbc.sql("""
                        delete from notice
                        where id in (
                          select id
                          from notice
                          where recorded_at < cast(:recordedBefore as timestamptz)
                            and not exists (select from delivery where notice = notice.id and state = 'WAITING')
                          limit :most)
                        """)
                .param("recordedBefore", recordedBefore.toString())
                .param("most", most)
                .update();
    }

    private List<Delivery> withAttempts(List<Delivery> deliveries) {
        Map<Long, List<Delivery.Attempt>> attempts = new HashMap<>();
        jdbc.sql("""
                        select delivery_key, number, attempted_at, took_millis, status, failure
                        from delivery_attempt
                        where delivery_key = any (:deliveries)
                        order by delivery_key, number
                        """)
                .param("deliveries", deliveries.stream().map(Delivery::key).toArray(Long[]::new))
                .query(row -> {
                    attempts.computeIfAbsent(row.getLong("delivery_key"), _ -> new ArrayList<>())
                            .add(attempt(row));
                });
        return deliveries.stream()
                .map(delivery -> new Delivery(
                        delivery.key(),
                        delivery.notice(),
                        delivery.type(),
                        delivery.state(),
                        delivery.recordedAt(),
                        delivery.dueAt(),
                        attempts.getOrDefault(delivery.key(), List.of()),
                        delivery.body()))
                .toList();
    }

    private static Delivery.Attempt attempt(ResultSet row) throws SQLException {
        return new Delivery.Attempt(
                row.getInt("number"),
                row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                row.getLong("took_millis"),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                Optional.ofNullable(row.getString("failure")));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Delivery(
                row.getLong("delivery_key"),
                row.getString("id"),
                NoticeType.ofWireName(type)
                        .orElseThrow(() -> new IllegalStateException("expected a known event, but got " + type)),
                Delivery.State.valueOf(row.getString("state")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                List.of(),
                row.getString("body"));
    }
}
