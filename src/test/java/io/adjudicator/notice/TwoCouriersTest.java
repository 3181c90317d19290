package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.TestDatabase;
import io.adjudicator.notice.Answer.Answered;
import io.adjudicator.notice.Answer.Failure;
import io.adjudicator.notice.Answer.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two services on one database. */
class TwoCouriersTest {

    private static final int NOTICES = 300;

    private Station one;
    private Station other;
    private Receiver receiver;

    @BeforeEach
    void open() throws Exception {
        TestDatabase database = new TestDatabase();
        one = new Station(database, SSLContext.getDefault());
        other = new Station(database, SSLContext.getDefault());
        receiver = Receiver.plain();
    }

    @AfterEach
    void close() {
        receiver.close();
        one.close();
        other.close();
    }

    @Test
    void tellEverythingOnce() throws Exception {
        one.webhook(receiver.url());
        Notice[] happened = IntStream.range(0, NOTICES)
                .mapToObj(outcome -> Station.decided("oc_" + outcome, 1))
                .toArray(Notice[]::new);
        one.announce(happened);
        List<Callable<Integer>> both = List.of(one::sendWhatIsDue, other::sendWhatIsDue);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            int sent = 0;
            for (var half : threads.invokeAll(both)) {
                sent += half.get();
            }
            assertThat(sent).isEqualTo(NOTICES);
        }
        assertThat(receiver.told()).hasSize(NOTICES);
        assertThat(receiver.told()).extracting(Receiver.Told::id).doesNotHaveDuplicates();
    }

    @Test
    void sendWhatAnotherTookAndNeverBroughtHome() {
        Webhook webhook = one.webhook(receiver.url()).webhook();
        Notice notice = Station.decided("oc_a", 1);
        one.announce(notice);
        assertThat(one.outgoing().take(Hands.EMPTY)).hasSize(1); // and then its machine lost power
        assertThat(other.sendWhatIsDue()).isZero();
        other.moveTo(Station.NOW.plus(Outgoing.IN_HAND));
        assertThat(other.sendWhatIsDue()).isEqualTo(1);
        assertThat(receiver.told()).hasSize(1);
        assertThat(other.log().find(webhook, notice.id()).state()).isEqualTo(Delivery.State.DELIVERED);
    }

    /** A failure that is reported late must not wake what another has delivered meanwhile. */
    @Test
    void writeDownButDoNotFollowWhoComesHomeTooLate() {
        Webhook webhook = one.webhook(receiver.url()).webhook();
        Notice notice = Station.decided("oc_a", 1);
        one.announce(notice);
        Parcel slow = one.outgoing().take(Hands.EMPTY).getFirst();
        other.moveTo(Station.NOW.plus(Outgoing.IN_HAND));
        Parcel quick = other.outgoing().take(Hands.EMPTY).getFirst();
        other.outgoing().record(quick, other.now(), new Answered(200, Optional.empty(), Duration.ofMillis(5)));
        one.outgoing().record(slow, one.now(), new Unanswered(Failure.TIMED_OUT, Duration.ofMinutes(3)));
        Delivery delivery = one.log().find(webhook, notice.id());
        assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery.attempts()).hasSize(2);
    }

    /** One whose receiver hangs keeps only its own notices waiting. */
    @Test
    void goOnWhileOneReceiverHangs() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Receiver hanging = Receiver.plain()) {
            hanging.reacting((number, exchange) -> {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(204, -1);
            });
            one.webhook(hanging.url());
            one.webhook(receiver.url());
            List<Notice> happened = new ArrayList<>();
            for (int outcome = 0; outcome < 50; outcome++) {
                happened.add(Station.decided("oc_" + outcome, 1));
            }
            one.announce(happened.toArray(Notice[]::new));
            long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            int hung = 0;
            while (receiver.told().size() < 50 && System.nanoTime() < giveUp) {
                one.courier().takeAlong();
                hung = Math.max(hung, hanging.told().size());
            }
            assertThat(receiver.told()).hasSize(50);
            assertThat(hung).isLessThan(2 * Hands.MOST_PER_WEBHOOK);
        } finally {
            release.countDown();
        }
    }
}
