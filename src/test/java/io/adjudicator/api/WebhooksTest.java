package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adjudicator.access.Role;
import io.adjudicator.adjudication.DecisionsIssued;
import io.adjudicator.adjudication.IssuedDecision;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.Task;
import io.adjudicator.casework.TaskId;
import io.adjudicator.casework.TaskKind;
import io.adjudicator.casework.TaskOverdue;
import io.adjudicator.casework.TaskState;
import io.adjudicator.dispute.DisputeChanged;
import io.adjudicator.dispute.DisputeState;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.notice.Receiver;
import io.adjudicator.statement.StatementClosed;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Webhooks by API, told by the service's own courier of what its own rooms decided. */
class WebhooksTest extends ApiTest {

    private static final String JSON = "application/json";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    private Receiver receiver;

    @BeforeEach
    void listen() {
        receiver = Receiver.plain();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void tellsACustomerOfADecision() {
        JsonNode webhook = create(as(Role.CUSTOMER), "decision.issued").json();
        assertThat(webhook.path("customer").asString()).isEqualTo("acme");
        assertThat(webhook.path("secret").asString()).startsWith("whsec_");
        String outcome = decide("told");
        await(() -> !receiver.told().isEmpty());
        Receiver.Told told = receiver.told().getFirst();
        assertThat(told.body())
                .startsWith("{\"data\":{")
                .contains("\"outcomeId\":\"" + outcome + "\"")
                .contains("\"customer\":\"acme\"")
                .contains("\"number\":1")
                .endsWith("\"timestamp\":\"2026-07-02T00:00:00Z\",\"type\":\"decision.issued\"}");
        String path = "/v1/webhooks/" + webhook.path("id").asString() + "/deliveries/" + told.id();
        await(() -> as(Role.AUDITOR).get(path).json().path("state").asString().equals("DELIVERED"));
        JsonNode delivery = as(Role.CUSTOMER).get(path).json();
        assertThat(delivery.path("attempts").get(0).path("status").asInt()).isEqualTo(204);
        assertThat(delivery.path("body").path("data").path("outcomeId").asString())
                .isEqualTo(outcome);
    }

    @Test
    void tellsTheOperatorWhatItsRoomsPublish() {
        create(as(Role.FINANCE_ADMIN), "decision.superseded", "dispute.changed", "task.overdue", "statement.closed");
        Instant at = Instant.parse("2026-07-01T12:00:00.123456Z");
        publish(new DecisionsIssued(List.of(new IssuedDecision(
                "oc_x",
                GLOBEX,
                OutcomeType.SUPPORT_RESOLUTION,
                2,
                "NOT_BILLABLE",
                Optional.of("reopened"),
                Amount.of("0", "USD"),
                YearMonth.of(2026, 7),
                at))));
        publish(new DisputeChanged(new CaseId("dsp_1"), GLOBEX, DisputeState.IN_REVIEW, at));
        publish(new TaskOverdue(
                new Task(
                        new TaskId("dsp_1.review-dispute.1"),
                        new CaseId("dsp_1"),
                        CaseKind.DISPUTE,
                        TaskKind.REVIEW_DISPUTE,
                        1,
                        GLOBEX,
                        "oc_x",
                        Optional.empty(),
                        at,
                        Optional.empty(),
                        Optional.of(at),
                        true,
                        TaskState.OPEN,
                        1,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                at));
        publish(new StatementClosed(GLOBEX, YearMonth.of(2026, 6), Optional.of(Amount.of("12.5", "EUR")), at));
        await(() -> receiver.told().size() == 4);
        assertThat(receiver.told())
                .extracting(Receiver.Told::body)
                .containsExactlyInAnyOrder(
                        told(
                                "'amount':'0.00','bookedIn':'2026-07','customer':'globex','number':2,'outcomeId':'oc_x',"
                                        + "'outcomeType':'support-resolution','reason':'reopened','supersedes':1,"
                                        + "'unit':'USD','verdict':'NOT_BILLABLE'",
                                "decision.superseded"),
                        told("'customer':'globex','disputeId':'dsp_1','state':'IN_REVIEW'", "dispute.changed"),
                        told(
                                "'caseId':'dsp_1','customer':'globex','dueAt':'2026-07-01T12:00:00.123456Z',"
                                        + "'kind':'review-dispute','taskId':'dsp_1.review-dispute.1'",
                                "task.overdue"),
                        told("'customer':'globex','due':'12.50','period':'2026-06','unit':'EUR'", "statement.closed"));
    }

    /** Then it would be told whatever became of it. */
    @Test
    void refusesWhatHappensOutsideOfATransaction() {
        DisputeChanged changed = new DisputeChanged(new CaseId("dsp_2"), GLOBEX, DisputeState.RAISED, ApiTest.NOW);
        assertThatThrownBy(() -> events.publishEvent(changed)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sendsAgainByHand() {
        String id =
                create(as(Role.CUSTOMER), "decision.issued").json().path("id").asString();
        decide("again");
        await(() -> !receiver.told().isEmpty());
        String notice = receiver.told().getFirst().id();
        String path = "/v1/webhooks/" + id + "/deliveries/" + notice + "/redelivery";
        assertThat(as(Role.AUDITOR).post(path, JSON, "{}").status()).isEqualTo(403);
        assertThat(as(Role.CUSTOMER).post(path, JSON, "{}").status()).isEqualTo(202);
        await(() -> receiver.told().size() == 2);
        assertThat(receiver.told()).extracting(Receiver.Told::id).containsOnly(notice);
        assertThat(changes(id)).containsExactly("created", "redelivered");
    }

    @Test
    void sendsATestWithWhatCameOfIt() {
        String path = "/v1/webhooks/"
                + create(as(Role.CUSTOMER), "statement.closed")
                        .json()
                        .path("id")
                        .asString();
        assertThat(as(Role.AUDITOR).post(path + "/tests", JSON, "").status()).isEqualTo(403);
        Http.Reply sent = as(Role.CUSTOMER).post(path + "/tests", JSON, "");
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.json().path("type").asString()).isEqualTo("webhook.test");
        String delivery = path + "/deliveries/" + sent.json().path("notice").asString();
        await(() ->
                as(Role.CUSTOMER).get(delivery).json().path("state").asString().equals("DELIVERED"));
        assertThat(receiver.told())
                .singleElement()
                .satisfies(told -> assertThat(told.body()).contains("\"type\":\"webhook.test\""));
        assertThat(as(Role.CUSTOMER)
                        .get(delivery)
                        .json()
                        .path("attempts")
                        .get(0)
                        .path("status")
                        .asInt())
                .isEqualTo(204);
    }

    @Test
    void disablesEnablesAndRotates() {
        JsonNode created =
                create(as(Role.CUSTOMER), "decision.issued", "statement.closed").json();
        String id = created.path("id").asString();
        Http acme = as(Role.CUSTOMER);
        assertThat(create(acme, "decision.issued").code()).isEqualTo("webhook_exists");
        JsonNode rotated =
                acme.post("/v1/webhooks/" + id + "/rotations", JSON, "{}").json();
        assertThat(rotated.path("secret").asString())
                .startsWith("whsec_")
                .isNotEqualTo(created.path("secret").asString());
        JsonNode disabled =
                acme.send(acme.request("/v1/webhooks/" + id).DELETE()).json();
        assertThat(disabled.path("disabled").path("because").asString()).isEqualTo("asked");
        assertThat(acme.postJson("/v1/webhooks/" + id + "/redeliveries", "{'failedSince': '2026-07-01T00:00:00Z'}")
                        .code())
                .isEqualTo("webhook_disabled");
        JsonNode second = create(acme, "decision.issued").json();
        assertThat(acme.post("/v1/webhooks/" + id + "/enabling", JSON, "").code())
                .isEqualTo("webhook_exists");
        acme.send(acme.request("/v1/webhooks/" + second.path("id").asString()).DELETE());
        assertThat(acme.post("/v1/webhooks/" + id + "/enabling", JSON, "")
                        .json()
                        .has("disabled"))
                .isFalse();
        assertThat(changes(id)).containsExactly("created", "rotated", "disabled", "enabled");
        assertThat(acme.get("/v1/webhooks/" + id).text()).doesNotContain("whsec_");
        assertThat(acme.get("/v1/webhooks").text()).contains(id).doesNotContain("whsec_");
    }

    /** Another's webhook does not exist for a customer, whatever it wants of it. */
    @Test
    void showsACustomerItsOwnAlone() {
        String ofOperator =
                create(as(Role.FINANCE_ADMIN), "task.overdue").json().path("id").asString();
        String ofGlobex = as(Role.SERVICE)
                .postJson("/v1/webhooks", body("globex", receiver.url(), "decision.issued"))
                .json()
                .path("id")
                .asString();
        Http acme = as(Role.CUSTOMER);
        assertThat(acme.get("/v1/webhooks").text()).doesNotContain(ofOperator, ofGlobex);
        assertThat(as(Role.AUDITOR).get("/v1/webhooks").text()).contains(ofOperator, ofGlobex);
        assertThat(acme.get("/v1/webhooks?customer=globex").status()).isEqualTo(403);
        assertThat(acme.postJson("/v1/webhooks", body("globex", receiver.url(), "decision.issued"))
                        .status())
                .isEqualTo(403);
        for (String id : new String[] {ofOperator, ofGlobex, "wh_0123456789abcdef01234567", "1"}) {
            String path = "/v1/webhooks/" + id;
            assertThat(acme.get(path).code()).isEqualTo("unknown_webhook");
            assertThat(acme.send(acme.request(path).method("DELETE", BodyPublishers.noBody()))
                            .code())
                    .isEqualTo("unknown_webhook");
            assertThat(acme.post(path + "/rotations", JSON, "{}").code()).isEqualTo("unknown_webhook");
            assertThat(acme.post(path + "/enabling", JSON, "").code()).isEqualTo("unknown_webhook");
            assertThat(acme.post(path + "/tests", JSON, "").code()).isEqualTo("unknown_webhook");
            assertThat(acme.get(path + "/deliveries").code()).isEqualTo("unknown_webhook");
            assertThat(acme.get(path + "/deliveries/msg_a").code()).isEqualTo("unknown_webhook");
            assertThat(acme.post(path + "/deliveries/msg_a/redelivery", JSON, "")
                            .code())
                    .isEqualTo("unknown_webhook");
        }
        String own =
                create(as(Role.CUSTOMER), "decision.issued").json().path("id").asString();
        assertThat(acme.get("/v1/webhooks/" + own + "/deliveries/msg_a").code()).isEqualTo("unknown_delivery");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            acme, http://hooks.example/     , decision.issued , bad_webhook_url
            acme, https://10.0.0.1/         , decision.issued , no_public_address
            acme, https://[::1]/            , decision.issued , no_public_address
            acme, https://169.254.169.254/  , decision.issued , no_public_address
            acme, https://nowhere.invalid/  , decision.issued , no_public_address
            acme, https://127.0.0.1/        , decision.made   , unknown_event
            acme, https://127.0.0.1/        , webhook.test    , unknown_event
            acme, https://127.0.0.1/        , task.overdue    , event_not_for_customers
            ACME, https://127.0.0.1/        , decision.issued , bad_customer
            """)
    void refusesWhatCannotBe(String customer, String url, String event, String code) {
        Http.Reply reply = as(Role.SERVICE).postJson("/v1/webhooks", body(customer, url, event));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void measuresWhoTakesNothing() {
        receiver.answering(500);
        create(as(Role.CUSTOMER), "decision.issued");
        decide("unwanted");
        await(() -> failing() >= 1);
        assertThat(as(Role.AUDITOR).get("/actuator/prometheus").text()).contains("adjudicator_webhooks_due ");
    }

    @Test
    void refusesMoreThanTwentyOfOneOwner() {
        Http service = as(Role.SERVICE);
        for (int i = 0; i < 20; i++) {
            assertThat(service.postJson("/v1/webhooks", body("crowd", "https://127.0.0.1/" + i, "decision.issued"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(service.postJson("/v1/webhooks", body("crowd", "https://127.0.0.1/20", "decision.issued"))
                        .code())
                .isEqualTo("too_many_webhooks");
    }

    @Test
    void saysEverythingThatIsWrongWithARequestAtOnce() {
        Http acme = as(Role.CUSTOMER);
        Http.Reply reply = acme.postJson("/v1/webhooks", "{'events': 'decision.issued', 'secret': 'mine'}");
        assertThat(reply.json()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("at").asString()))
                .containsExactlyInAnyOrder("/secret", "/url", "/events");
        String id = create(acme, "decision.issued").json().path("id").asString();
        for (String overlap : new String[] {"P8D", "-PT1S", "a week"}) {
            assertThat(acme.postJson("/v1/webhooks/" + id + "/rotations", "{'overlap': '" + overlap + "'}")
                            .code())
                    .isEqualTo("bad_overlap");
        }
        assertThat(acme.postJson("/v1/webhooks/" + id + "/redeliveries", "{}").code())
                .isEqualTo("missing_field");
        assertThat(acme.get("/v1/webhooks/" + id + "/deliveries?state=LOST").code())
                .isEqualTo("bad_parameter");
    }

    @Test
    void turnsThePagesOfTheLog() {
        String id =
                create(as(Role.CUSTOMER), "decision.issued").json().path("id").asString();
        for (int i = 0; i < 5; i++) {
            decide("paged-" + i);
        }
        Http acme = as(Role.CUSTOMER);
        String path = "/v1/webhooks/" + id + "/deliveries?limit=2";
        JsonNode first = acme.get(path).json();
        JsonNode second =
                acme.get(path + "&cursor=" + first.path("next").asString()).json();
        JsonNode third =
                acme.get(path + "&cursor=" + second.path("next").asString()).json();
        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.path("deliveries").valueStream())
                        .map(delivery -> delivery.path("notice").asString()))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(third.has("next")).isFalse();
    }

    private Http.Reply create(Http caller, String... events) {
        return caller.postJson(
                "/v1/webhooks", "{'url': '" + receiver.url() + "', 'events': ['" + String.join("', '", events) + "']}");
    }

    private static String body(String customer, String url, String event) {
        return "{'customer': '%s', 'url': '%s', 'events': ['%s']}".formatted(customer, url, event);
    }

    private double failing() {
        return as(Role.AUDITOR)
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("adjudicator_webhooks_failing "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findAny()
                .orElseThrow();
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private static String told(String content, String type) {
        return ("{'data':{" + content + "},'timestamp':'2026-07-01T12:00:00.123456Z','type':'" + type + "'}")
                .replace('\'', '"');
    }

    /** Test traffic is decided at once. All API tests share one database, so the claims of these have names of their own. */
    private String decide(String name) {
        String claim = "told-" + name;
        http().postJson("/v1/evidence", Records.evidence("acme", "e-" + claim, "s-" + claim, "test"));
        return http().postJson("/v1/claims", Records.claim("acme", claim))
                .json()
                .path("id")
                .asString();
    }

    private List<String> changes(String id) {
        return as(Role.CUSTOMER)
                .get("/v1/webhooks/" + id)
                .json()
                .path("changes")
                .valueStream()
                .map(change -> change.path("what").asString())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("expected it within half a minute, but waited in vain");
            }
            Thread.onSpinWait();
        }
    }
}
