package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static io.adjudicator.api.Records.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadsTest extends ApiTest {

    private String send(String customer, String id, String facts) {
        return http().postJson("/v1/claims", claim(customer, id, facts))
                .json()
                .path("id")
                .asString();
    }

    @Test
    void pagesThroughClaimsWithoutRepeatOrGapWhileOthersArrive() {
        String body = IntStream.range(0, 25)
                .mapToObj(number -> line("claim", claim("acme", "page-" + number)))
                .collect(Collectors.joining("\n"));
        http().post("/v1/batches", "application/x-ndjson", body);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    http().get("/v1/claims?customer=acme&limit=7" + cursor).json();
            page.path("claims")
                    .valueStream()
                    .forEach(row -> seen.add(row.path("outcomeId").asString()));
            send("acme", "meanwhile-" + seen.size(), "'topic': 'refund'");
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void filtersByStateReasonAndTime() {
        String id = send("globex", "filter-fraud", "'topic': 'fraud'");
        assertThat(ids("/v1/claims?customer=globex&state=NOT_BILLABLE&reason=fraud_topics_are_free"))
                .contains(id);
        assertThat(ids("/v1/claims?customer=globex&state=OPEN&limit=500")).doesNotContain(id);
        assertThat(ids("/v1/claims?customer=acme&reason=fraud_topics_are_free")).doesNotContain(id);
        assertThat(
                        ids(
                                "/v1/claims?customer=globex&state=NOT_BILLABLE&from=2026-07-01T10:00:00Z&to=2026-07-01T10:00:01Z"))
                .contains(id);
        assertThat(ids("/v1/claims?from=2026-07-01T10:00:01Z")).isEmpty();
        assertThat(ids("/v1/claims?to=2026-07-01T10:00:00Z")).isEmpty();
    }

    @Test
    void readsEvidenceWhereItsAnswerSays() {
        String record =
                evidence("acme", "read-e", "s-read-e", "handoff").replace("'kind'", "'note': 'taken over', 'kind'");
        Http.Reply sent = http().postJson("/v1/evidence", record);
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.header("Location"))
                .isEqualTo("/v1/evidence/" + sent.json().path("id").asString());
        JsonNode read = as(Role.AUDITOR).get(sent.header("Location")).json();
        assertThat(read.path("customer").asString()).isEqualTo("acme");
        assertThat(read.path("session").asString()).isEqualTo("s-read-e");
        assertThat(read.path("kind").asString()).isEqualTo("handoff");
        assertThat(read.path("note").asString()).isEqualTo("taken over");
        assertThat(read.path("recordedAt").asString()).isEqualTo(NOW.toString());
        assertThat(http().postJson("/v1/evidence", record).header("Location")).isEqualTo(sent.header("Location"));
    }

    @Test
    void showsACustomerOnlyItsOwnEvidence() {
        String own = http().postJson("/v1/evidence", evidence("acme", "own-e", "s-own-e", "handoff"))
                .header("Location");
        String others = http().postJson("/v1/evidence", evidence("globex", "others-e", "s-others-e", "handoff"))
                .header("Location");
        Http acme = as(Role.CUSTOMER);
        assertThat(acme.get(own).status()).isEqualTo(200);
        assertThat(acme.get(others).status() + " " + acme.get(others).code()).isEqualTo("404 unknown_evidence");
    }

    @Test
    void showsACustomerOnlyItself() {
        String own = send("acme", "own", "'topic': 'fraud'");
        String others = send("globex", "others", "'topic': 'fraud'");
        Http acme = as(Role.CUSTOMER);
        assertThat(acme.get("/v1/claims/" + own).status()).isEqualTo(200);
        assertThat(acme.get("/v1/claims/" + others).code()).isEqualTo("unknown_outcome");
        assertThat(acme.get("/v1/claims/" + others + "/explanation").code()).isEqualTo("unknown_outcome");
        assertThat(acme.get("/v1/claims?customer=globex").code()).isEqualTo("forbidden");
        assertThat(acme.get("/v1/claims?limit=500")
                        .json()
                        .path("claims")
                        .valueStream()
                        .map(row -> row.path("customer").asString())
                        .distinct())
                .containsExactly("acme");
        long decision = http().get("/v1/claims/" + others)
                .json()
                .path("decisions")
                .get(0)
                .path("id")
                .asLong();
        assertThat(acme.get("/v1/decisions/" + decision + "/replay").code()).isEqualTo("unknown_decision");
        assertThat(acme.get("/v1/reports/usage?customer=globex&period=2026-07").code())
                .isEqualTo("forbidden");
        assertThat(acme.get("/v1/reports/usage?period=2026-07")
                        .json()
                        .path("customer")
                        .asString())
                .isEqualTo("acme");
        assertThat(acme.get("/v1/contracts")
                        .json()
                        .valueStream()
                        .map(row -> row.path("customer").asString()))
                .containsExactly("acme");
        assertThat(acme.get("/v1/contracts/globex/versions/1").code()).isEqualTo("unknown_contract");
    }

    @Test
    void reportsAsJsonOrAsCsv() {
        String id = send("globex", "reported", "'topic': 'fraud'");
        Http finance = as(Role.FINANCE_ADMIN);
        String path = "/v1/reports/usage?customer=globex&period=2026-07";
        JsonNode json = finance.get(path).json();
        assertThat(json.path("period").asString()).isEqualTo("2026-07");
        assertThat(json.path("lines")
                        .valueStream()
                        .map(row -> row.path("outcomeId").asString()))
                .contains(id);
        Http.Reply csv =
                finance.send(finance.request(path).header("Accept", "text/csv").GET());
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("usage-globex-2026-07.csv");
        assertThat(csv.text().lines().filter(row -> row.contains(id))).hasSize(1);
    }

    @Test
    void showsContractsInPlainWords() {
        JsonNode contract =
                as(Role.AUDITOR).get("/v1/contracts/acme/versions/1").json();
        assertThat(contract.path("unit").asString()).isEqualTo("USD");
        JsonNode terms = contract.path("outcomes").get(0);
        assertThat(terms.path("window").path("length").asString()).isEqualTo("PT72H");
        assertThat(terms.path("price")
                        .path("perOutcome")
                        .path("simple")
                        .path("price")
                        .decimalValue())
                .isEqualByComparingTo("0.99");
        assertThat(terms.path("rules").valueStream().map(rule -> rule.path("id").asString()))
                .contains("C-1", "X-1");
    }

    @Test
    void triesACaseAndStoresNothing() {
        long before = as(Role.AUDITOR).get("/v1/windows").json().path("open").asLong();
        String tried = claim("acme", "tried");
        JsonNode decided =
                http().postJson("/v1/adjudications", "{'claim': " + tried + "}").json();
        assertThat(decided.path("verdict").asString()).isEqualTo("BILLABLE");
        assertThat(decided.path("amount").asString()).isEqualTo("0.99");
        String reopened = Records.evidence("acme", "tried-e", "s-tried", "reopened");
        JsonNode pending = http().postJson(
                        "/v1/adjudications",
                        "{'claim': " + tried + ", 'evidence': [" + reopened + "], 'asOf': '2026-07-01T10:30:00Z'}")
                .json();
        assertThat(pending.path("window").path("closed").asBoolean()).isFalse();
        assertThat(http().get("/v1/claims/" + decided.path("outcomeId").asString())
                        .status())
                .isEqualTo(404);
        assertThat(as(Role.AUDITOR).get("/v1/windows").json().path("open").asLong())
                .isEqualTo(before);
    }

    @Test
    void tellsEveryFaultOfACaseAtOnce() {
        Http.Reply reply = http().postJson(
                        "/v1/adjudications",
                        "{'claim': {}, 'evidence': [7, {}], 'earlier': {}, 'x': 1, 'asOf': 'now'}");
        assertThat(reply.json()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("at").asString()))
                .contains("/claim/source", "/evidence/0", "/evidence/1/kind", "/earlier", "/x", "/asOf");
        assertThat(http().postJson("/v1/adjudications", "{'claim': " + claim("nobody", "x") + "}")
                        .code())
                .isEqualTo("unknown_customer");
    }

    @Test
    void publishesWhatIsNew() {
        JsonNode results =
                as(Role.DEAL_DESK).postJson("/v1/contracts/publications", "").json();
        assertThat(results.valueStream()
                        .map(result -> result.path("customer").asString() + " "
                                + result.path("state").asString()))
                .containsExactlyInAnyOrder("acme UNCHANGED", "globex UNCHANGED");
    }

    private List<String> ids(String path) {
        return http().get(path)
                .json()
                .path("claims")
                .valueStream()
                .map(row -> row.path("outcomeId").asString())
                .toList();
    }
}
