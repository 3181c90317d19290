package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.contract.TestDatabase;
import io.adjudicator.notice.Receiver.Told;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what happened to a receiver's door, and what is written down of it. */
class DeliveryTest {

    private Station station;
    private Receiver receiver;

    @BeforeEach
    void open() throws Exception {
        station = new Station(new TestDatabase(), SSLContext.getDefault());
        receiver = Receiver.plain();
    }

    @AfterEach
    void close() {
        receiver.close();
        station.close();
    }

    @Test
    void tellsWhatHappenedSigned() {
        Webhooks.Secured webhook = station.webhook(receiver.url());
        Notice notice = Station.decided("oc_a", 1);
        station.announce(notice);
        assertThat(station.sendWhatIsDue()).isEqualTo(1);
        Told told = receiver.told().getFirst();
        assertThat(receiver.told()).hasSize(1);
        assertThat(told.method()).isEqualTo("POST");
        assertThat(told.contentType()).startsWith("application/json");
        assertThat(told.id()).matches("msg_[a-z2-7]{26}").isEqualTo(notice.id());
        assertThat(told.timestamp()).isEqualTo(Long.toString(Station.NOW.getEpochSecond()));
        assertThat(told.body())
                .isEqualTo("{\"data\":{\"number\":1,\"outcomeId\":\"oc_a\"},\"timestamp\":\"2026-07-02T00:00:00Z\","
                        + "\"type\":\"decision.issued\"}");
        assertThat(told.signature()).isEqualTo(signature(webhook.secret(), told));
        Delivery delivery = station.log().find(webhook.webhook(), notice.id());
        assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isEqualTo(1);
            assertThat(attempt.attemptedAt()).isEqualTo(Station.NOW);
            assertThat(attempt.status()).contains(204);
            assertThat(attempt.failure()).isEmpty();
        });
        assertThat(station.sendWhatIsDue()).isZero();
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        Webhook webhook = station.webhook(receiver.url()).webhook();
        station.transactions().executeWithoutResult(status -> {
            station.notices().announce(List.of(Station.decided("oc_a", 1)));
            status.setRollbackOnly();
        });
        assertThat(station.sendWhatIsDue()).isZero();
        assertThat(station.log().page(webhook, Optional.empty(), Optional.empty(), 10))
                .isEmpty();
    }

    private static String signature(String secret, Told told) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return new SigningSecret(key)
                .signature(told.id(), Instant.ofEpochSecond(Long.parseLong(told.timestamp())), told.body());
    }
}
