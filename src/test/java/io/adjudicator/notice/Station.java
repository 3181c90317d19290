package io.adjudicator.notice;

import io.adjudicator.access.Actor;
import io.adjudicator.access.Role;
import io.adjudicator.contract.TestDatabase;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One service's notices, wired as {@link NoticeConfiguration} does, with time that stands where it is put. */
final class Station implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-07-02T00:00:00Z");
    static final Actor SOMEBODY = new Actor("key:0123456789ab", "somebody", Role.FINANCE_ADMIN, Optional.empty());
    static final CustomerId ACME = new CustomerId("acme");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MovableClock clock = new MovableClock(InstantSource.fixed(NOW));
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Notices notices;
    private final Webhooks webhooks;
    private final DeliveryLog log;
    private final WebhookTests tests;
    private final Outgoing outgoing;
    private final Courier courier;

    Station(TestDatabase database, SSLContext trust) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        clock.moveTo(NOW);
        DeliveryStore deliveries = new DeliveryStore(jdbc);
        WebhookStore store = new WebhookStore(jdbc);
        VettedNames names = new VettedNames(
                SystemDefaultDnsResolver.INSTANCE,
                new Reachable(List.of(Network.of("127.0.0.0/8"), Network.of("::1/128"))));
        this.notices = new Notices(new OutboxStore(jdbc), clock);
        this.webhooks = new Webhooks(store, new SecretStore(jdbc), deliveries, names, transactions, clock);
        this.log = new DeliveryLog(new DeliveryLogStore(jdbc), store, transactions, clock);
        this.tests = new WebhookTests(new WebhookTestStore(jdbc), log, transactions, clock);
        this.outgoing = new Outgoing(deliveries, store, transactions, clock);
        this.courier = new Courier(outgoing, log, new Sender(names, trust, PATIENCE), clock);
    }

    static Notice decided(String outcome, int number) {
        return new Notice(
                number == 1 ? NoticeType.DECISION_ISSUED : NoticeType.DECISION_SUPERSEDED,
                ACME,
                outcome + "/" + number,
                NOW,
                Map.of("outcomeId", outcome, "number", number));
    }

    Webhooks.Secured webhook(String url, NoticeType... events) {
        return webhooks.create(
                new NewWebhook(
                        Optional.of(ACME),
                        url,
                        events.length == 0 ? List.of(NoticeType.DECISION_ISSUED) : List.of(events),
                        ""),
                SOMEBODY);
    }

    void announce(Notice... happened) {
        transactions.executeWithoutResult(_ -> notices.announce(List.of(happened)));
    }

    /** Sends all that is due and waits until it has been written down what came of it. */
    int sendWhatIsDue() {
        int sent = 0;
        int taken;
        do {
            taken = courier.takeAlong();
            sent += taken;
            awaitIdle();
        } while (taken > 0);
        return sent;
    }

    void awaitIdle() {
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!courier.idle()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("expected every delivery to end, but some go on");
            }
            Thread.onSpinWait();
        }
    }

    void moveTo(Instant instant) {
        clock.moveTo(instant);
    }

    Instant now() {
        return clock.instant();
    }

    Webhooks webhooks() {
        return webhooks;
    }

    DeliveryLog log() {
        return log;
    }

    WebhookTests tests() {
        return tests;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Courier courier() {
        return courier;
    }

    Notices notices() {
        return notices;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        courier.stop();
    }
}
