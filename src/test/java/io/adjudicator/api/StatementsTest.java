package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Keys;
import io.adjudicator.access.Role;
import io.adjudicator.adjudication.Adjudicator;
import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.window.CohortId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Months, statements and credits over the API. Each test begins with an empty database and on 2 July. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "adjudicator.embedded.zeebe=false",
            "adjudicator.clock=movable",
            "adjudicator.contracts-dir=src/test/contracts/statements"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class StatementsTest {

    private static final Instant SETTLES = Instant.parse("2026-07-04T10:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-02T00:00:00Z");
    private static final String JULY = "'customer': 'acme', 'period': '2026-07'";
    private static final String TOP_UP =
            "{'customer': 'globex', 'id': 'top-1', 'category': 'top_up', 'amount': 50.5, 'note': 'Invoice 7'}";

    @LocalServerPort
    private int port;

    @Autowired
    private Keys keys;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Adjudicator adjudicator;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestPostgres::newDatabase);
    }

    @Test
    void draftsAndClosesAMonthOnce() {
        settled("acme", "a", "b", "c");
        Http finance = as(Role.FINANCE_ADMIN);
        JsonNode draft =
                finance.get("/v1/statements?customer=acme&period=2026-07").json();
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("total").asString()).isEqualTo("2.97");
        assertThat(closing(finance, JULY).status() + closing(finance, JULY).code())
                .isEqualTo("409period_not_over");
        clock.moveTo(AUGUST);
        Http.Reply first = closing(finance, JULY);
        Http.Reply again = closing(finance, JULY);
        assertThat(List.of(first.status(), again.status())).containsExactly(201, 200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.json().path("status").asString()).isEqualTo("CLOSED");
        assertThat(first.json().path("lines")).isEqualTo(draft.path("lines"));
        assertThat(finance.get("/v1/statements?customer=acme&period=2026-07").json())
                .isEqualTo(first.json());
    }

    @Test
    void listsMonthsTheNewestFirst() {
        settled("acme", "a");
        clock.moveTo(AUGUST);
        Http finance = as(Role.FINANCE_ADMIN);
        assertThat(periods(finance)).containsExactly("2026-08 DRAFT", "2026-07 DRAFT");
        assertThat(closing(finance, "'customer': 'acme', 'period': '2026-08'").code())
                .isEqualTo("period_not_over");
        clock.moveTo(Instant.parse("2026-09-02T00:00:00Z"));
        assertThat(closing(finance, "'customer': 'acme', 'period': '2026-08'").code())
                .isEqualTo("earlier_period_open");
        closing(finance, JULY);
        assertThat(periods(finance)).containsExactly("2026-09 DRAFT", "2026-08 DRAFT", "2026-07 CLOSED");
        JsonNode july =
                finance.get("/v1/statements/periods?customer=acme").json().get(2);
        assertThat(july.path("closedAt").asString()).isEqualTo("2026-09-02T00:00:00Z");
        assertThat(july.path("closedBy").asString()).startsWith("key ");
    }

    @Test
    void putsALateCorrectionOnTheNextStatement() {
        settled("acme", "a", "b");
        clock.moveTo(AUGUST);
        Http finance = as(Role.FINANCE_ADMIN);
        String closed = closing(finance, JULY).text();
        as(Role.SERVICE).postJson("/v1/evidence", evidence("acme", "late", "s-a", "reopened"));
        assertThat(finance.get("/v1/statements?customer=acme&period=2026-07").text())
                .isEqualTo(closed);
        JsonNode august =
                finance.get("/v1/statements?customer=acme&period=2026-08").json();
        assertThat(august.path("total").asString()).isEqualTo("-0.99");
        JsonNode line = august.path("lines").get(0);
        assertThat(line.path("period").asString()).isEqualTo("2026-07");
        assertThat(line.path("reversed").asLong()).isEqualTo(1);
        assertThat(outcomes(finance, "2026-08", line.path("key").asString(), 50))
                .containsExactly("REVERSED -0.99");
    }

    @Test
    void pagesThroughTheOutcomesBehindALine() {
        settled("acme", "a", "b", "c", "d", "e");
        Http auditor = as(Role.AUDITOR);
        String key = auditor.get("/v1/statements?customer=acme&period=2026-07")
                .json()
                .path("lines")
                .get(0)
                .path("key")
                .asString();
        assertThat(outcomes(auditor, "2026-07", key, 2))
                .hasSize(5)
                .allSatisfy(outcome -> assertThat(outcome).isEqualTo("CHARGED 0.99"));
        JsonNode row = auditor.get("/v1/statements/outcomes?customer=acme&period=2026-07&line=" + key)
                .json()
                .path("outcomes")
                .get(0);
        assertThat(auditor.get(row.path("claim").asString()).json().path("outcomeId"))
                .isEqualTo(row.path("outcomeId"));
        assertThat(auditor.get("/v1/statements/outcomes?customer=acme&period=2026-07&line=none")
                        .code())
                .isEqualTo("unknown_line");
    }

    @Test
    void givesTheFormThatIsAskedFor() {
        settled("acme", "a");
        Http finance = as(Role.FINANCE_ADMIN);
        assertThat(form(finance, "application/pdf").text()).startsWith("%PDF-");
        assertThat(form(finance, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .text())
                .startsWith("PK");
        Http.Reply csv = form(finance, "text/csv");
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).contains("statement-acme-2026-07.csv");
        assertThat(csv.text()).contains("0.99");
        assertThat(form(finance, "*/*").json().path("total").asString()).isEqualTo("0.99");
        assertThat(form(finance, "image/png").status()).isEqualTo(406);
    }

    @Test
    void showsACustomerOnlyItself() {
        Http acme = as(Role.CUSTOMER);
        assertThat(acme.get("/v1/statements?period=2026-07")
                        .json()
                        .path("customer")
                        .asString())
                .isEqualTo("acme");
        for (String path : List.of(
                "/v1/statements?customer=globex&period=2026-07",
                "/v1/statements/outcomes?customer=globex&period=2026-07&line=x",
                "/v1/statements/periods?customer=globex",
                "/v1/credits?customer=globex")) {
            assertThat(acme.get(path).code()).as(path).isEqualTo("forbidden");
        }
        assertThat(closing(acme, JULY).status()).isEqualTo(403);
        assertThat(closing(as(Role.REVIEWER), JULY).status()).isEqualTo(403);
        assertThat(as(Role.DEAL_DESK).postJson("/v1/credits", TOP_UP).status()).isEqualTo(403);
    }

    @Test
    void refusesWhatDoesNotExist() {
        Http finance = as(Role.FINANCE_ADMIN);
        assertThat(finance.get("/v1/statements?customer=nobody&period=2026-07").code())
                .isEqualTo("unknown_customer");
        assertThat(finance.get("/v1/statements?customer=acme&period=2025-12").code())
                .isEqualTo("no_contract_in_period");
        assertThat(closing(finance, "'customer': 'nobody', 'period': '2026-07'").code())
                .isEqualTo("unknown_customer");
        assertThat(closing(finance, "'customer': 'acme', 'period': '2026-13'").code())
                .isEqualTo("bad_period");
        assertThat(finance.get("/v1/credits?customer=nobody").code()).isEqualTo("unknown_customer");
        assertThat(finance.postJson("/v1/credits/voids", "{'customer': 'acme', 'grant': 'x', 'note': 'y'}")
                        .code())
                .isEqualTo("unknown_grant");
    }

    @Test
    void grantsCreditsOnceAndTakesBackWhatIsLeft() {
        clock.moveTo(ApiTest.NOW);
        Http finance = as(Role.FINANCE_ADMIN);
        assertThat(grants(finance)).containsExactly("plan/2026-07 100 of 100");
        assertThat(finance.postJson("/v1/credits", TOP_UP).status()).isEqualTo(201);
        assertThat(finance.postJson("/v1/credits", TOP_UP).status()).isEqualTo(200);
        assertThat(finance.postJson("/v1/credits", TOP_UP.replace("50.5", "60")).code())
                .isEqualTo("grant_conflict");
        assertThat(grants(finance)).containsExactly("plan/2026-07 100 of 100", "by-hand/top-1 50.5 of 50.5");
        String back = "{'customer': 'globex', 'grant': 'by-hand/top-1', 'note': 'Never paid'}";
        assertThat(finance.postJson("/v1/credits/voids", back)
                        .json()
                        .path("voided")
                        .asString())
                .isEqualTo("50.5");
        assertThat(finance.postJson("/v1/credits/voids", back)
                        .json()
                        .path("voided")
                        .asString())
                .isEqualTo("0");
        assertThat(grants(finance)).containsExactly("plan/2026-07 100 of 100", "by-hand/top-1 0 of 50.5");
        JsonNode credits = finance.get("/v1/statements?customer=globex&period=2026-07")
                .json()
                .path("credits");
        assertThat(credits.valueStream()
                        .filter(line -> line.path("grant").asString().equals("by-hand/top-1"))
                        .map(line -> line.path("granted").asString() + " "
                                + line.path("voided").asString()))
                .containsExactly("50.5 50.5");
    }

    @Test
    void paysFromTheTopUpWhatThePlanDoesNotCover() {
        clock.moveTo(Instant.parse("2026-07-01T00:00:00Z"));
        as(Role.FINANCE_ADMIN).postJson("/v1/credits", TOP_UP);
        settled("globex", "a", "b");
        assertThat(grants(as(Role.FINANCE_ADMIN)))
                .containsExactly("plan/2026-07 0 of 100", "by-hand/top-1 30.5 of 50.5");
    }

    @Test
    void refusesCreditsThatMakeNoSense() {
        clock.moveTo(ApiTest.NOW);
        Http finance = as(Role.FINANCE_ADMIN);
        JsonNode faults = finance.postJson(
                        "/v1/credits",
                        "{'customer': 'globex', 'id': 'a/b', 'category': 'gift', 'amount': -1, 'note': 'x', 'color': 1}")
                .json()
                .path("faults");
        assertThat(faults.valueStream().map(fault -> fault.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "unknown_field", "bad_grant_id", "unknown_grant_category", "number_out_of_range");
        assertThat(finance.postJson(
                                "/v1/credits", TOP_UP.replace("'note'", "'expiresAt': '2026-07-01T00:00:00Z', 'note'"))
                        .code())
                .isEqualTo("times_out_of_order");
        assertThat(finance.postJson(
                                "/v1/credits", TOP_UP.replace("'note'", "'validFrom': '2025-07-01T00:00:00Z', 'note'"))
                        .code())
                .isEqualTo("no_contract_in_force");
    }

    private void settled(String customer, String... ids) {
        clock.moveTo(ApiTest.NOW);
        for (String id : ids) {
            assertThat(as(Role.SERVICE)
                            .postJson("/v1/claims", claim(customer, id))
                            .status())
                    .isEqualTo(201);
        }
        clock.moveTo(SETTLES);
        adjudicator.settle(CohortId.of(new CustomerId(customer), 1, new OutcomeType("support-resolution"), SETTLES));
    }

    private Http as(Role role) {
        Optional<CustomerId> own = role == Role.CUSTOMER ? Optional.of(ApiTest.ACME) : Optional.empty();
        return new Http(port, Optional.of(keys.create(role, own, "test").text()));
    }

    private static Http.Reply closing(Http caller, String members) {
        return caller.postJson("/v1/statements/closings", "{" + members + "}");
    }

    private static Http.Reply form(Http caller, String accept) {
        return caller.send(caller.request("/v1/statements?customer=acme&period=2026-07")
                .header("Accept", accept)
                .GET());
    }

    private static List<String> periods(Http caller) {
        return caller.get("/v1/statements/periods?customer=acme")
                .json()
                .valueStream()
                .map(month -> month.path("period").asString() + " "
                        + month.path("status").asString())
                .toList();
    }

    private static List<String> grants(Http caller) {
        return caller.get("/v1/credits?customer=globex")
                .json()
                .valueStream()
                .map(grant -> grant.path("grant").asString() + " "
                        + grant.path("left").asString() + " of "
                        + grant.path("granted").asString())
                .toList();
    }

    private static List<String> outcomes(Http caller, String period, String line, int limit) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/v1/statements/outcomes?customer=acme&period=" + period + "&line=" + line
                            + "&limit=" + limit + cursor)
                    .json();
            page.path("outcomes")
                    .valueStream()
                    .forEach(row -> found.add(row.path("booked").asString() + " "
                            + row.path("amount").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return found;
    }
}
