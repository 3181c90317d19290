package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ten conversations, ten effect records and fifteen audit vectors come to the figures that were published with them. */
class RecountAcceptanceTest {

    @BeforeAll
    static void needData() {
        AgentMeasureData.assumePresent();
    }

    @Test
    void recountsTheTenConversations() {
        JsonNode totals =
                totals("--customer", "conversation-desk", "--from", "intercom", AgentMeasureData.CONVERSATIONS);
        assertThat(count(totals, "billed_not_billable")).isEqualTo(4);
        assertThat(count(totals, "billable_not_billed")).isEqualTo(2);
        assertThat(count(totals, "not_settled")).isEqualTo(2);
        assertThat(count(totals, "agreed")).isEqualTo(2);
        assertThat(totals.path("over").asString()).isEqualTo("3.96");
        assertThat(totals.path("under").asString()).isEqualTo("1.98");
        assertThat(totals.path("net").asString()).isEqualTo("1.98");
        assertThat(totals.path("unsettled").path("amount").asString()).isEqualTo("1.98");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            effect-desk,        7, 6.93
            effect-desk-strict, 4, 3.96
            """)
    void countsTheTenEffectRecordsUnder(String customer, int outcomes, BigDecimal due) {
        JsonNode totals = totals(
                "--customer",
                customer,
                "--from",
                "agentmeasure",
                "--billed-under",
                "effect-desk",
                AgentMeasureData.EFFECTS);
        assertThat(totals.path("due").path("outcomes").asInt()).isEqualTo(outcomes);
        assertThat(totals.path("due").path("amount").asString()).isEqualTo(due.toPlainString());
        assertThat(totals.path("billed").path("amount").asString()).isEqualTo("6.93");
    }

    @Test
    void findsThreeEffectRecordsInDispute() {
        JsonNode totals = totals(
                "--customer",
                "effect-desk-strict",
                "--from",
                "agentmeasure",
                "--billed-under",
                "effect-desk",
                AgentMeasureData.EFFECTS);
        assertThat(count(totals, "billed_not_billable")).isEqualTo(3);
        assertThat(totals.path("over").asString()).isEqualTo("2.97");
        assertThat(totals.path("under").asString()).isEqualTo("0.00");
        assertThat(count(totals, "agreed")).isEqualTo(7);
    }

    @Test
    void marksTheFifteenVectorsAsExpected() {
        CliRun run = CliRun.recount("audit", "--format", "json", AgentMeasureData.VECTORS);
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        JsonNode audited = JsonMapper.shared().readTree(run.out());
        assertThat(audited.size()).isEqualTo(15);
        assertThat(audited.valueStream()).allSatisfy(one -> {
            assertThat(one.path("mismatches").isArray()).isTrue();
            assertThat(one.path("mismatches").isEmpty()).isTrue();
        });
        assertThat(audited.valueStream().map(one -> one.path("verdict").asString()))
                .filteredOn("FAIL"::equals)
                .hasSize(7);
    }

    private static JsonNode totals(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--format";
        all[1] = "json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        CliRun run = CliRun.recount(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out()).path("totals").path(0);
    }

    private static int count(JsonNode totals, String result) {
        return totals.path(result).path("outcomes").asInt();
    }
}
