package io.adjudicator.api;

import static io.adjudicator.api.Records.claim;
import static io.adjudicator.api.Records.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A customer at every door that the published file opens to customers, with another's real ids in hand. */
class OtherCustomersTest extends ApiTest {

    /** What makes each call right but for whose it is about. */
    private static final Map<String, String> BODIES = Map.of(
            "/v1/disputes/{id}/evidence", "{'note': 'x'}",
            "/v1/disputes/{id}/withdrawal", "{'reason': 'x'}",
            "/v1/webhooks/{id}/redeliveries", "{'since': '2026-07-01T00:00:00Z'}",
            "/v1/webhooks/{id}/rotations", "{}");

    @Test
    void areNotThereForIt() {
        Map<String, String> theirs = thingsOfGlobex();
        Http acme = as(Role.CUSTOMER);
        List<Published.Operation> about = Published.operations().stream()
                .filter(operation -> !operation.open()
                        && operation.allows(Role.CUSTOMER)
                        && operation.path().contains("{"))
                .toList();
        assertThat(about).hasSizeGreaterThan(15).allSatisfy(operation -> {
            assertThat(call(acme, operation, theirs)).as(operation.toString()).isIn(403, 404);
            if (operation.method().equals("GET") && !operation.path().contains("{notice}")) {
                assertThat(call(asCustomer(GLOBEX), operation, theirs))
                        .as("globex: " + operation)
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void mayNotBeAskedFor() {
        Http acme = as(Role.CUSTOMER);
        List<Published.Operation> lists = Published.operations().stream()
                .filter(operation -> operation.allows(Role.CUSTOMER)
                        && operation.parameters().contains("customer")
                        && !operation.path().contains("{"))
                .toList();
        assertThat(lists)
                .hasSizeGreaterThan(6)
                .allSatisfy(operation -> assertThat(acme.get(operation.path() + "?customer=globex" + rest(operation))
                                .code())
                        .as(operation.toString())
                        .isEqualTo("forbidden"));
    }

    /** An outcome, its decision, evidence, a dispute and a webhook, by the paths where they are found. */
    private Map<String, String> thingsOfGlobex() {
        String outcome = http().postJson("/v1/claims", claim("globex", "theirs", "'topic': 'fraud'"))
                .json()
                .path("id")
                .asString();
        String evidence = http().postJson("/v1/evidence", evidence("globex", "theirs-e", "s-theirs", "handoff"))
                .json()
                .path("id")
                .asString();
        Http other = asCustomer(GLOBEX);
        String dispute = other.postJson(
                        "/v1/disputes",
                        "{'customer': 'globex', 'id': 'theirs', 'reason': 'was_billable', 'text': 'It was.', 'outcomes': ['"
                                + outcome + "']}")
                .json()
                .path("id")
                .asString();
        String webhook = other.postJson(
                        "/v1/webhooks", "{'url': 'http://127.0.0.1:9/theirs', 'events': ['statement.closed']}")
                .json()
                .path("id")
                .asString();
        String decision =
                other.get("/v1/claims/" + outcome).json().at("/decisions/0/id").asString();
        Map<String, String> things = Map.of(
                "/v1/claims", outcome,
                "/v1/evidence", evidence,
                "/v1/disputes", dispute,
                "/v1/webhooks", webhook,
                "/v1/decisions", decision,
                "/v1/contracts", "globex",
                "/v1/customers", "globex");
        assertThat(things.values()).doesNotContain("");
        return things;
    }

    private static String rest(Published.Operation operation) {
        return Map.of("period", "&period=2026-07", "line", "&line=x").entrySet().stream()
                .filter(given -> operation.parameters().contains(given.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private static int call(Http caller, Published.Operation operation, Map<String, String> things) {
        String room = operation.path().replaceFirst("/\\{.*", "");
        String path = operation
                .path()
                .replace("{version}", "1")
                .replace("{notice}", "msg_none")
                .replaceFirst("\\{[a-zA-Z]+}", things.getOrDefault(room, "?"));
        return caller.send(caller.request(path)
                        .method(
                                operation.method(),
                                BodyPublishers.ofString(BODIES.getOrDefault(operation.path(), "")
                                        .replace('\'', '"')))
                        .header("Content-Type", "application/json"))
                .status();
    }
}
