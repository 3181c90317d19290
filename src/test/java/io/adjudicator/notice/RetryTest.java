package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.contract.TestDatabase;
import io.adjudicator.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that do not take what they are told, with the clock moved from attempt to attempt. */
class RetryTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final AtomicInteger OUTCOMES = new AtomicInteger();

    private final Notice notice = happened();
    private Station station;
    private Receiver receiver;
    private Webhook webhook;

    @BeforeEach
    void open() throws Exception {
        station = new Station(DATABASE, SSLContext.getDefault());
        receiver = Receiver.plain();
        webhook = station.webhook(receiver.url()).webhook();
    }

    @AfterEach
    void close() {
        station.jdbc()
                .sql(
                        "update webhook set disabled_at = created_at, disabled_because = 'asked' where disabled_at is null")
                .update();
        receiver.close();
        station.close();
    }

    /** Each attempt is signed for its own time, and has the id and the body of the first. */
    @Test
    void triesTwelveTimesOverFiveDaysAndThenDisables() {
        receiver.answering(500);
        station.announce(notice);
        List<Instant> attempts = sendUntilNothingIsDue();
        assertThat(attempts).hasSize(12);
        assertThat(Duration.between(attempts.getFirst(), attempts.getLast()))
                .isBetween(Duration.ofHours(123).plus(Duration.ofMinutes(35)), Duration.ofHours(136));
        assertThat(receiver.told()).extracting(Receiver.Told::id).containsOnly(notice.id());
        assertThat(receiver.told()).extracting(Receiver.Told::body).containsOnly(notice.body());
        assertThat(receiver.told())
                .extracting(Receiver.Told::timestamp)
                .containsExactlyElementsOf(attempts.stream()
                        .map(at -> Long.toString(at.getEpochSecond()))
                        .toList());
        assertThat(receiver.told()).extracting(Receiver.Told::signature).doesNotHaveDuplicates();
        assertThat(delivery().state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery().attempts())
                .extracting(Delivery.Attempt::attemptedAt)
                .isEqualTo(attempts);
        assertThat(found().disabled()).contains(new Disabled(attempts.getLast(), Disabled.Because.FAILING));
        WebhookChange change = station.webhooks().changes(webhook).getLast();
        assertThat(change.what()).isEqualTo(WebhookChange.What.DISABLED);
        assertThat(change.by()).isEqualTo("service");
        assertThat(change.because()).isEqualTo("it has taken nothing since 2026-07-02T00:00:00Z");
    }

    @Test
    void tellsADisabledWebhookNothing() {
        receiver.answering(500);
        station.announce(notice);
        sendUntilNothingIsDue();
        station.announce(happened());
        assertThat(station.sendWhatIsDue()).isZero();
        assertThatThrownBy(() -> station.log().redeliver(found(), notice.id(), Station.SOMEBODY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("webhook_disabled"));
    }

    @Test
    void startsAgainOnceItIsRepaired() {
        receiver.answering(500);
        station.announce(notice);
        sendUntilNothingIsDue();
        receiver.answering(200);
        Webhook enabled = station.webhooks().enable(found(), Station.SOMEBODY);
        assertThat(enabled.disabled()).isEmpty();
        assertThat(enabled.failingSince()).isEmpty();
        assertThat(station.log().redeliverFailed(enabled, Station.NOW.plusMillis(1), Station.SOMEBODY))
                .isZero();
        assertThat(station.log().redeliverFailed(enabled, Station.NOW, Station.SOMEBODY))
                .isEqualTo(1);
        assertThat(station.sendWhatIsDue()).isEqualTo(1);
        assertThat(delivery().state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery().attempts()).hasSize(13);
    }

    @Test
    void forgetsThatItFailedOnceItTakesSomething() {
        receiver.reacting((number, exchange) -> exchange.sendResponseHeaders(number < 3 ? 500 : 202, -1));
        station.announce(notice);
        assertThat(sendUntilNothingIsDue()).hasSize(3);
        assertThat(delivery().state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery().attempts())
                .extracting(attempt -> attempt.status().orElseThrow())
                .containsExactly(500, 500, 202);
        assertThat(found().failingSince()).isEmpty();
    }

    @Test
    void sendsByHandWhatHadArrivedWithTheSameId() {
        station.announce(notice);
        station.sendWhatIsDue();
        station.moveTo(Station.NOW.plusSeconds(60));
        Delivery again = station.log().redeliver(webhook, notice.id(), Station.SOMEBODY);
        assertThat(again.state()).isEqualTo(Delivery.State.WAITING);
        station.sendWhatIsDue();
        assertThat(receiver.told()).extracting(Receiver.Told::id).containsExactly(notice.id(), notice.id());
        assertThat(delivery().attempts()).hasSize(2);
        assertThat(station.webhooks().changes(webhook).getLast().by()).isEqualTo(Station.SOMEBODY.id());
    }

    @Test
    void hasTheWholeScheduleAheadWhenSentByHand() {
        receiver.answering(500);
        station.announce(notice);
        station.sendWhatIsDue();
        station.log().redeliver(webhook, notice.id(), Station.SOMEBODY);
        station.sendWhatIsDue();
        assertThat(delivery().dueAt().orElseThrow())
                .isBetween(Station.NOW.plusSeconds(5), Station.NOW.plusMillis(5_500));
    }

    /** Many deliveries learn of it at the same time, and each wants to give up all others. */
    @Test
    void disablesAtOnceWhenTheReceiverIsGone() {
        receiver.answering(410);
        Notice[] happened = new Notice[60];
        for (int outcome = 0; outcome < happened.length; outcome++) {
            happened[outcome] = outcome == 0 ? notice : happened();
        }
        station.announce(happened);
        int sent = station.sendWhatIsDue();
        assertThat(found().disabled()).contains(new Disabled(Station.NOW, Disabled.Because.GONE));
        List<Delivery> log = station.log().page(webhook, Optional.empty(), Optional.empty(), 100);
        assertThat(log).extracting(Delivery::state).containsOnly(Delivery.State.FAILED);
        assertThat(log.stream().mapToInt(delivery -> delivery.attempts().size()).sum())
                .isEqualTo(sent);
        assertThat(station.webhooks().changes(webhook)).hasSize(2);
    }

    /** A redirect could lead anywhere, also to where nothing may be sent. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        try (Receiver elsewhere = Receiver.plain()) {
            receiver.reacting((number, exchange) -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url());
                exchange.sendResponseHeaders(status, -1);
            });
            station.announce(notice);
            station.sendWhatIsDue();
            assertThat(elsewhere.told()).isEmpty();
            assertThat(delivery().attempts().getFirst().status()).contains(status);
            assertThat(delivery().state()).isEqualTo(Delivery.State.WAITING);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            429, 120   , PT2M
            503, 3600  , PT1H
            500, 600   , PT10M
            503, 864000, P1D
            503, -5    , PT30S
            429, soon  , PT30S
            502, ''    , PT30S
            504, ''    , PT30S
            """)
    void waitsAsLongAsAnOverloadedReceiverAsks(int status, String retryAfter, Duration pause) {
        receiver.reacting((number, exchange) -> {
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
        });
        station.announce(notice);
        station.sendWhatIsDue();
        station.announce(happened());
        station.moveTo(Station.NOW.plus(pause).minusMillis(1));
        assertThat(station.sendWhatIsDue()).isZero();
        assertThat(delivery().dueAt()).contains(Station.NOW.plus(pause));
        station.moveTo(Station.NOW.plus(pause));
        receiver.answering(204);
        assertThat(station.sendWhatIsDue()).isEqualTo(2);
    }

    @Test
    void understandsADateToWaitFor() {
        Instant asked = Station.NOW.plusSeconds(1_800);
        receiver.reacting((number, exchange) -> {
            exchange.getResponseHeaders()
                    .set(
                            "Retry-After",
                            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                                    .format(asked.atOffset(ZoneOffset.UTC)));
            exchange.sendResponseHeaders(503, -1);
        });
        station.announce(notice);
        station.sendWhatIsDue();
        assertThat(delivery().dueAt()).contains(asked);
    }

    @Test
    void givesUpOnAReceiverThatSaysNothing() throws InterruptedException {
        try (var silent = silentServer()) {
            Webhook other = station.webhook("http://127.0.0.1:" + silent.getLocalPort() + "/")
                    .webhook();
            station.announce(notice);
            station.sendWhatIsDue();
            assertThat(station.log().find(other, notice.id()).attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.failure()).contains("timed_out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each byte comes in time, the whole never would. */
    @Test
    void givesUpOnAReceiverThatDrips() {
        receiver.reacting((number, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            for (long begun = System.nanoTime();
                    System.nanoTime() - begun < Duration.ofSeconds(30).toNanos(); ) {
                body.write('x');
                body.flush();
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        });
        station.announce(notice);
        station.sendWhatIsDue();
        assertThat(delivery().attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.failure()).contains("timed_out"));
    }

    @Test
    void readsOnlyTheBeginningOfALongAnswer() {
        long[] written = {0};
        receiver.reacting((number, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[1 << 20];
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 512; i++) {
                    body.write(chunk);
                    written[0] += chunk.length;
                }
            }
        });
        station.announce(notice);
        station.sendWhatIsDue();
        assertThat(delivery().state()).isEqualTo(Delivery.State.DELIVERED);
        receiver.close();
        assertThat(written[0]).isLessThan(64L << 20);
    }

    @Test
    void triesAgainWhereNobodyListens() {
        receiver.close();
        station.announce(notice);
        station.sendWhatIsDue();
        assertThat(delivery().attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.failure()).contains("not_connected"));
        assertThat(delivery().state()).isEqualTo(Delivery.State.WAITING);
    }

    /** A receiver that hangs takes as long as we are patient; it gets no more hands than one. */
    @Test
    void sendsOneAtATimeToAFailingReceiver() {
        receiver.answering(500);
        Notice[] happened = {notice, happened(), happened(), happened(), happened()};
        station.announce(happened);
        assertThat(station.sendWhatIsDue()).isEqualTo(happened.length);
        station.moveTo(Station.NOW.plusSeconds(6));
        assertThat(station.courier().takeAlong()).isEqualTo(1);
        station.awaitIdle();
        receiver.answering(204);
        assertThat(station.courier().takeAlong()).isEqualTo(1);
        station.awaitIdle();
        assertThat(station.courier().takeAlong()).isEqualTo(happened.length - 2);
        station.awaitIdle();
    }

    private static Notice happened() {
        return Station.decided("oc_" + OUTCOMES.incrementAndGet(), 1);
    }

    /** The times of all attempts, with the clock moved to when each is due. */
    private List<Instant> sendUntilNothingIsDue() {
        List<Instant> attempts = new ArrayList<>();
        while (delivery().state() == Delivery.State.WAITING) {
            Instant due = delivery().dueAt().orElseThrow();
            if (due.isAfter(station.now())) {
                station.moveTo(due.minusMillis(1));
                assertThat(station.sendWhatIsDue()).isZero();
                station.moveTo(due);
            }
            attempts.add(station.now());
            assertThat(station.sendWhatIsDue()).isEqualTo(1);
        }
        return attempts;
    }

    private Delivery delivery() {
        return station.log().find(webhook, notice.id());
    }

    private Webhook found() {
        return station.webhooks().find(webhook.id().value(), Optional.empty());
    }

    private static ServerSocket silentServer() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
