package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** By the samples, whose figures were worked out by hand in samples/README.md. */
class RecountCommandTest {

    private static final String CONVERSATIONS = "samples/conversations.csv";
    private static final String EFFECTS = "samples/effects.jsonl";
    private static final List<String> DESK = List.of("--customer", "conversation-desk", "--from", "intercom");

    @TempDir
    private Path folder;

    @Test
    void comparesEachConversationAsTheTableSays() throws IOException {
        JsonNode lines = json(recounted("--format", "json", CONVERSATIONS)).path("lines");
        Map<String, String> found = lines.valueStream()
                .collect(Collectors.toMap(
                        line -> line.path("id").asString(),
                        line -> line.path("result").asString() + " "
                                + line.path("billed").asString() + " "
                                + line.path("due").asString("")));
        Matcher rows = Pattern.compile("\\| (K-\\d) \\| [^|]+ \\| (\\w+) \\| ([0-9.]+) \\| ([0-9.]*) ?\\|")
                .matcher(Files.readString(Path.of("samples", "README.md")));
        Map<String, String> written = rows.results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2) + " " + row.group(3) + " " + row.group(4)));
        assertThat(written).hasSize(7);
        assertThat(found).isEqualTo(written);
    }

    @Test
    void saysBothDirectionsAndWhatIsNotNetted() {
        assertThat(recounted(CONVERSATIONS).out())
                .contains("billed but not billable              2   1.98 USD")
                .contains("billable but not billed              1   0.99 USD")
                .contains("cannot be settled                    2   0.99 USD billed, not netted")
                .containsPattern("net +0\\.99   USD in favour of the customer")
                .containsPattern("K-3 .*OF 2\\.2: human_took_part")
                .containsPattern("K-5 .*due +unknown +OF 2\\.3: unprovable\n      missing: recontacted\n");
    }

    @Test
    void saysADirectionInWhichNothingIsFound() {
        assertThat(recount(
                                "--customer",
                                "effect-desk",
                                "--from",
                                "agentmeasure",
                                "--billed-under",
                                "effect-desk",
                                EFFECTS)
                        .out())
                .contains("agree                                6")
                .contains("Billed but not billable: none")
                .contains("Billable but not billed: none")
                .contains("Cannot be settled: none");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            effect-desk,        3, 2.97, 0.00
            effect-desk-strict, 1, 0.99, 1.98
            """)
    void putsOneContractBesideAnother(String customer, int outcomes, String due, String over) {
        JsonNode totals = json(recount(
                        "--customer",
                        customer,
                        "--from",
                        "agentmeasure",
                        "--billed-under",
                        "effect-desk",
                        "--format",
                        "json",
                        EFFECTS))
                .path("totals")
                .path(0);
        assertThat(totals.path("due").path("outcomes").asInt()).isEqualTo(outcomes);
        assertThat(totals.path("due").path("amount").asString()).isEqualTo(due);
        assertThat(totals.path("over").asString()).isEqualTo(over);
    }

    @Test
    void agreesWithTheUsageReportOfTheSameContract() throws IOException {
        CliRun report = CliRun.adjudicate("--customer", "northwind", "samples/records.ndjson");
        Path bill = Files.writeString(folder.resolve("bill.csv"), report.out());
        JsonNode totals = json(recount(
                        "--customer",
                        "northwind",
                        "--billed",
                        bill.toString(),
                        "--format",
                        "json",
                        "samples/records.ndjson"))
                .path("totals")
                .path(0);
        assertThat(totals.path("over").asString()).isEqualTo("0.00");
        assertThat(totals.path("under").asString()).isEqualTo("0.00");
        assertThat(totals.path("billed").path("amount").asString())
                .isEqualTo(totals.path("due").path("amount").asString())
                .isNotEqualTo("0.00");
    }

    @Test
    void leavesOpenWhatAContractOfEvidenceAloneWouldTakeForANo() {
        CliRun run = recount("--customer", "fabrikam", "--from", "intercom", CONVERSATIONS);
        assertThat(run.out()).containsPattern("K-5 .*unprovable\n      missing: recontacted\n");
        assertThat(run.err()).contains("the contract of fabrikam does not ask for issue_addressed");
    }

    @Test
    void countsFromTheVendorsPrice() {
        CliRun run = recounted("--price", "1.09", "--format", "csv", CONVERSATIONS);
        assertThat(run.out().lines().filter(line -> line.contains(",K-1,")))
                .singleElement()
                .asString()
                .startsWith("billed_at_another_price,intercom,K-1,2026-07-06T08:10:00Z,1.09,0.99,0.10,0.00,USD,OF 4,");
    }

    @Test
    void leavesUnknownsEmptyInCsv() {
        assertThat(recounted("--format", "csv", CONVERSATIONS).out())
                .contains("not_settled,intercom,K-5,2026-07-08T08:15:00Z,0.99,,,,USD,OF 2.3,unprovable,recontacted,");
    }

    @Test
    void passesItsOwnAudit() throws IOException {
        Path recount = folder.resolve("recount.json");
        assertThat(recounted("--format", "json", "--out", recount.toString(), CONVERSATIONS)
                        .exitCode())
                .isZero();
        CliRun audit = CliRun.recount("audit", recount.toString());
        assertThat(audit.exitCode()).isZero();
        assertThat(audit.out()).contains("reports_both_directions true, netted_before_claiming true, net_amount 0.99");
    }

    @Test
    void recountsTheRestWhereARowCannotBeRead() throws IOException {
        String export = Files.readString(Path.of(CONVERSATIONS)).replace("K-1,2026", "K-1,on 2026");
        Path file = Files.writeString(folder.resolve("export.csv"), export);
        CliRun run = recounted(file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 2: expected a time such as");
        assertThat(run.out()).contains("agree                                1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            samples/records.ndjson                                        | 2 | expected --customer=C
            --customer fabrikam samples/records.ndjson                    | 2 | expected --billed=BILL or --billed-under=OTHER
            --customer nobody --billed b.csv samples/records.ndjson       | 1 | expected a customer's folder
            --customer fabrikam --billed no.csv samples/records.ndjson    | 1 | there is no no.csv
            --customer fabrikam --from intercom samples/README.md         | 1 | expected an export of conversations
            """)
    void saysWhatIsMissing(String arguments, int exitCode, String message) {
        CliRun run = recount(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).contains(message);
    }

    @Test
    void failsAnAuditThatComesOutOtherwiseThanExpected() throws IOException {
        String bundle = Files.readString(Path.of("samples", "audit.json"));
        Path changed =
                Files.writeString(folder.resolve("audit.json"), bundle.replace("\"net_units\": 1", "\"net_units\": 2"));
        assertThat(CliRun.recount("audit", "samples/audit.json").exitCode()).isZero();
        CliRun run = CliRun.recount("audit", changed.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("expected net_units 2, but got 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"bundle": {"disputed_amount": "20"}} | /bundle/disputed_amount: expected a number, but got string
            {"hello": 1}                          | expected an observation with its billing_claim
            {"hello"                              | expected JSON
            """, quoteCharacter = '`')
    void refusesABundleThatSaysNothing(String json, String message) throws IOException {
        CliRun run = CliRun.recount(
                "audit", Files.writeString(folder.resolve("b.json"), json).toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message);
    }

    private static CliRun recounted(String... arguments) {
        List<String> all = new ArrayList<>(DESK);
        all.addAll(List.of(arguments));
        return recount(all.toArray(String[]::new));
    }

    private static CliRun recount(String... arguments) {
        return CliRun.recount(arguments);
    }

    private static JsonNode json(CliRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }
}
