package io.adjudicator.notice;

import io.adjudicator.kernel.CustomerId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables webhook and webhook_change. */
@Repository
class WebhookStore {

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the same owner has one for this address that is not disabled. */
    boolean insert(Webhook webhook) {
        return jdbc.sql("""
                                insert into webhook (id, customer, url, events, description, created_at)
                                values (:id, :customer, :url, :events, :description, cast(:createdAt as timestamptz))
                                on conflict (coalesce(customer, ''), url) where disabled_at is null do nothing
                                """)
                        .param("id", webhook.id().value())
                        .param(
                                "customer",
                                webhook.customer().map(CustomerId::value).orElse(null))
                        .param("url", webhook.url())
                        .param("events", wireNames(webhook.events()))
                        .param("description", webhook.description())
                        .param("createdAt", webhook.createdAt().toString())
                        .update()
                == 1;
    }

    Optional<Webhook> find(WebhookId id) {
        return jdbc.sql("""
                        select id, customer, url, events, description, created_at, failing_since, disabled_at, disabled_because
                        from webhook
                        where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> webhook(row))
                .optional();
    }

    /** Of one customer, or all there are. */
    List<Webhook> list(Optional<CustomerId> customer) {
        return jdbc.sql("""
                        select id, customer, url, events, description, created_at, failing_since, disabled_at, disabled_because
                        from webhook
                        where cast(:customer as text) is null or customer = :customer
                        order by created_at desc, id
                        """)
                .param("customer", customer.map(CustomerId::value).orElse(null))
                .query((row, number) -> webhook(row))
                .list();
    }

    /** Those of one owner that are not disabled, counted with nobody else adding one until the transaction ends. */
    int countEnabled(Optional<CustomerId> customer) {
        String owner = customer.map(CustomerId::value).orElse("");
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('webhooks of ' || :owner, 0))::text")
                .param("owner", owner)
                .query(String.class)
                .list();
        return jdbc.sql("""
                        select count(*)
                        from webhook
                        where coalesce(customer, '') = :owner and disabled_at is null
                        """).param("owner", owner).query(Integer.class).single();
    }

    /** False if it was disabled before. */
    boolean disable(WebhookId id, Instant at, Disabled.Because because) {
        return jdbc.sql("""
                                update webhook
                                set disabled_at = cast(:at as timestamptz), disabled_because = :because
                                where id = :id and disabled_at is null
                                """)
                        .param("id", id.value())
                        .param("at", at.toString())
                        .param("because", because.wireName())
                        .update()
                == 1;
    }

    /** With a clean slate. False if it was not disabled. */
    boolean enable(WebhookId id) {
        return jdbc.sql("""
                                update webhook
                                set disabled_at = null, disabled_because = null, failing_since = null, quiet_until = null
                                where id = :id and disabled_at is not null
                                """).param("id", id.value()).update() == 1;
    }

    /** It took something. */
    void works(WebhookId id) {
        jdbc.sql("""
                        update webhook
                        set failing_since = null, quiet_until = null
                        where id = :id and (failing_since is not null or quiet_until is not null)
                        """).param("id", id.value()).update();
    }

    /** It did not take something. Returns since when that has been so. */
    Instant fails(WebhookId id, Instant now, Optional<Instant> quietUntil) {
        return jdbc.sql("""
                        update webhook
                        set failing_since = coalesce(failing_since, cast(:now as timestamptz)),
                          quiet_until = greatest(quiet_until, cast(:quietUntil as timestamptz))
                        where id = :id
                        returning failing_since
                        """)
                .param("id", id.value())
                .param("now", now.toString())
                .param("quietUntil", quietUntil.map(Instant::toString).orElse(null))
                .query((row, number) -> instant(row, "failing_since").orElse(now))
                .single();
    }

    /** How many take nothing, also those that were disabled for it. */
    long failing() {
        return jdbc.sql(
                        "select count(*) from webhook where failing_since is not null and disabled_because is distinct from 'asked'")
                .query(Long.class)
                .single();
    }

    void insertChange(WebhookId id, Instant at, String by, WebhookChange.What what, String because) {
        jdbc.sql("""
                        insert into webhook_change (webhook, changed_at, changed_by, change, because)
                        values (:id, cast(:at as timestamptz), :by, :what, :because)
                        """)
                .param("id", id.value())
                .param("at", at.toString())
                .param("by", by)
                .param("what", what.wireName())
                .param("because", because)
                .update();
    }

    List<WebhookChange> changes(WebhookId id) {
        return jdbc.sql("""
                        select changed_at, changed_by, change, because
                        from webhook_change
                        where webhook = :id
                        order by change_key
                        """)
                .param("id", id.value())
                .query((row, number) -> new WebhookChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        WebhookChange.What.valueOf(row.getString("change").toUpperCase(Locale.ROOT)),
                        row.getString("because")))
                .list();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        Optional<String> because = Optional.ofNullable(row.getString("disabled_because"));
        return new Webhook(
                new WebhookId(row.getString("id")),
                Optional.ofNullable(row.getString("customer")).map(CustomerId::new),
                row.getString("url"),
                events(row.getArray("events")),
                row.getString("description"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "failing_since"),
                instant(row, "disabled_at")
                        .map(at -> new Disabled(
                                at,
                                Disabled.Because.valueOf(because.orElseThrow().toUpperCase(Locale.ROOT)))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<NoticeType> events(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(name -> NoticeType.ofWireName(name)
                        .orElseThrow(() -> new IllegalStateException("expected a known event, but got " + name)))
                .toList();
    }

    private static @Nullable String[] wireNames(List<NoticeType> events) {
        return events.stream().map(NoticeType::wireName).toArray(String[]::new);
    }
}
