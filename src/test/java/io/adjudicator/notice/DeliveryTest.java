package io.adjudicator.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.contract.TestDatabase;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.notice.Receiver.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void announcesTheSameThingOnce() {
        station.webhook(receiver.url());
        station.announce(Station.decided("oc_a", 1));
        station.announce(Station.decided("oc_a", 1), Station.decided("oc_b", 1));
        assertThat(station.sendWhatIsDue()).isEqualTo(2);
    }

    @Test
    void tellsEachOnlyWhatItWantsAndMayKnow() {
        Webhook of =
                station.webhook(receiver.url(), NoticeType.DECISION_SUPERSEDED).webhook();
        Webhook ours = station.webhooks()
                .create(
                        new NewWebhook(
                                Optional.empty(), receiver.url(), List.of(NoticeType.DECISION_ISSUED), "all of them"),
                        Station.SOMEBODY)
                .webhook();
        Notice ofAcme = Station.decided("oc_a", 1);
        Notice again = Station.decided("oc_a", 2);
        Notice ofGlobex = new Notice(
                NoticeType.DECISION_ISSUED, new CustomerId("globex"), "oc_g/1", Station.NOW, Map.of("number", 1));
        Notice overturned = new Notice(
                NoticeType.DECISION_SUPERSEDED, new CustomerId("globex"), "oc_g/2", Station.NOW, Map.of("number", 2));
        station.announce(ofAcme, again, ofGlobex, overturned);
        assertThat(notices(of)).containsExactly(again.id());
        assertThat(notices(ours)).containsExactlyInAnyOrder(ofAcme.id(), ofGlobex.id());
    }

    @Test
    void signsWithBothSecretsUntilTheOldOneEnds() {
        Webhooks.Secured first = station.webhook(receiver.url());
        Webhooks.Secured second = station.webhooks().rotate(first.webhook(), Webhooks.USUAL_OVERLAP, Station.SOMEBODY);
        station.announce(Station.decided("oc_a", 1));
        station.sendWhatIsDue();
        Told both = receiver.told().getLast();
        assertThat(both.signature())
                .isEqualTo(signature(second.secret(), both) + " " + signature(first.secret(), both));
        station.moveTo(Station.NOW.plus(Webhooks.USUAL_OVERLAP));
        station.announce(Station.decided("oc_b", 1));
        station.sendWhatIsDue();
        Told one = receiver.told().getLast();
        assertThat(one.signature()).isEqualTo(signature(second.secret(), one));
    }

    /** A stolen secret can be ended at once, and rotating often makes no long row of signatures. */
    @Test
    void keepsAtMostTheSecretBeforeTheLast() {
        Webhooks.Secured webhook = station.webhook(receiver.url());
        Webhooks.Secured second =
                station.webhooks().rotate(webhook.webhook(), Webhooks.LONGEST_OVERLAP, Station.SOMEBODY);
        Webhooks.Secured third =
                station.webhooks().rotate(webhook.webhook(), Webhooks.LONGEST_OVERLAP, Station.SOMEBODY);
        station.announce(Station.decided("oc_a", 1));
        station.sendWhatIsDue();
        Told told = receiver.told().getLast();
        assertThat(told.signature())
                .isEqualTo(signature(third.secret(), told) + " " + signature(second.secret(), told));
        Webhooks.Secured fourth = station.webhooks().rotate(webhook.webhook(), Duration.ZERO, Station.SOMEBODY);
        station.announce(Station.decided("oc_b", 1));
        station.sendWhatIsDue();
        Told alone = receiver.told().getLast();
        assertThat(alone.signature()).isEqualTo(signature(fourth.secret(), alone));
    }

    @Test
    void sendsATestToOneWebhookWhateverItsEvents() {
        Webhooks.Secured webhook = station.webhook(receiver.url(), NoticeType.STATEMENT_CLOSED);
        try (Receiver other = Receiver.plain()) {
            station.webhook(other.url());
            Delivery sent = station.tests().send(webhook.webhook());
            assertThat(sent.state()).isEqualTo(Delivery.State.WAITING);
            assertThat(station.sendWhatIsDue()).isEqualTo(1);
            assertThat(other.told()).isEmpty();
        }
        Told told = receiver.told().getFirst();
        assertThat(told.body())
                .isEqualTo(
                        "{\"data\":{\"customer\":\"acme\",\"webhookId\":\"%s\"},\"timestamp\":\"2026-07-02T00:00:00Z\",\"type\":\"webhook.test\"}"
                                .formatted(webhook.webhook().id()));
        assertThat(told.signature()).isEqualTo(signature(webhook.secret(), told));
        assertThat(station.log().find(webhook.webhook(), told.id()).attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.status()).contains(204));
    }

    @Test
    void doublesNoTestThatWaitsAndSendsAnotherAfterItsAnswer() {
        Webhook webhook = station.webhook(receiver.url()).webhook();
        Delivery first = station.tests().send(webhook);
        assertThat(station.tests().send(webhook).notice()).isEqualTo(first.notice());
        assertThat(station.sendWhatIsDue()).isEqualTo(1);
        assertThat(station.tests().send(webhook).notice()).isNotEqualTo(first.notice());
        assertThat(station.sendWhatIsDue()).isEqualTo(1);
    }

    /** Otherwise a test of a receiver that is not there yet would let the first notice of next week disable the webhook. */
    @ParameterizedTest
    @ValueSource(ints = {500, 429, 410})
    void triesATestOnceAndHoldsItAgainstNobody(int status) {
        receiver.answering(status);
        Webhook webhook = station.webhook(receiver.url()).webhook();
        Delivery test = station.tests().send(webhook);
        station.sendWhatIsDue();
        Delivery failed = station.log().find(webhook, test.notice());
        assertThat(failed.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(failed.dueAt()).isEmpty();
        assertThat(failed.attempts()).hasSize(1);
        Webhook after = station.webhooks().find(webhook.id().value(), Optional.empty());
        assertThat(after.failingSince()).isEmpty();
        assertThat(after.disabled()).isEmpty();
        assertThat(station.log().redeliverFailed(webhook, Station.NOW, Station.SOMEBODY))
                .isZero();
    }

    @Test
    void endsTheFailingOfAWebhookByATestThatIsTaken() {
        receiver.answering(500);
        Webhook webhook = station.webhook(receiver.url()).webhook();
        station.announce(Station.decided("oc_a", 1));
        station.sendWhatIsDue();
        assertThat(station.webhooks()
                        .find(webhook.id().value(), Optional.empty())
                        .failingSince())
                .isPresent();
        receiver.answering(204);
        station.tests().send(webhook);
        station.sendWhatIsDue();
        assertThat(station.webhooks()
                        .find(webhook.id().value(), Optional.empty())
                        .failingSince())
                .isEmpty();
    }

    @Test
    void sendsNoTestToADisabledWebhook() {
        Webhook webhook = station.webhook(receiver.url()).webhook();
        station.webhooks().disable(webhook, Station.SOMEBODY);
        assertThatThrownBy(() -> station.tests().send(webhook))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("webhook_disabled"));
    }

    /** Nobody can ask to be told of tests only. */
    @Test
    void offersEveryEventButTests() {
        assertThat(NoticeType.toChoose())
                .hasSize(NoticeType.values().length - 1)
                .doesNotContain(NoticeType.WEBHOOK_TEST);
        assertThatThrownBy(() -> station.webhook(receiver.url(), NoticeType.WEBHOOK_TEST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatWasToldAndTriedAsItWas() {
        station.webhook(receiver.url());
        station.announce(Station.decided("oc_a", 1));
        station.sendWhatIsDue();
        for (String change : List.of(
                "update notice set body = '{}'",
                "update delivery_attempt set status = 200",
                "update webhook_change set because = ''",
                "delete from webhook_change")) {
            assertThatThrownBy(() -> station.jdbc().sql(change).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void forgetsOldNoticesButNoneThatSomebodyWaitsFor() {
        Webhook webhook = station.webhook(receiver.url()).webhook();
        station.announce(Station.decided("oc_a", 1));
        station.sendWhatIsDue();
        station.announce(Station.decided("oc_b", 1));
        station.moveTo(Station.NOW.plus(DeliveryLog.KEPT));
        assertThat(station.log().forgetSome()).isZero();
        station.moveTo(Station.NOW.plus(DeliveryLog.KEPT).plusMillis(1));
        assertThat(station.log().forgetSome()).isEqualTo(1);
        assertThat(notices(webhook)).containsExactly(Station.decided("oc_b", 1).id());
    }

    private List<String> notices(Webhook webhook) {
        return station.log().page(webhook, Optional.empty(), Optional.empty(), 100).stream()
                .map(Delivery::notice)
                .toList();
    }

    private static String signature(String secret, Told told) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        return new SigningSecret(key)
                .signature(told.id(), Instant.ofEpochSecond(Long.parseLong(told.timestamp())), told.body());
    }
}
