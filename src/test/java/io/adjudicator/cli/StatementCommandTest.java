package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fabrikam pays 0.99 USD for each undisturbed conversation and nothing else. */
class StatementCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void draftsAMonthInPlainText() throws IOException {
        CliRun run = drafted("2026-07");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Statement of fabrikam, 2026-07");
        assertThat(run.out().lines().filter(line -> line.contains("total USD")))
                .singleElement()
                .asString()
                .endsWith(" 4.95");
    }

    @Test
    void putsEachOutcomeIntoItsMonth() throws IOException {
        JsonNode august = JSON.readTree(drafted("2026-08", "--format", "json").out());
        assertThat(august.path("status").asString()).isEqualTo("DRAFT");
        assertThat(august.path("total").asString()).isEqualTo("0.99");
        assertThat(august.path("lines").get(0).path("gross").asLong()).isEqualTo(1);
    }

    @Test
    void writesAnyFormIntoAFile() throws IOException {
        for (List<String> form : List.of(List.of("pdf", "%PDF-"), List.of("xlsx", "PK"), List.of("csv", "record,"))) {
            Path file = folder.resolve("statement." + form.get(0));
            drafted("2026-07", "--format", form.get(0), "--out", file.toString());
            byte[] start = form.get(1).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(Files.readAllBytes(file)).startsWith(start);
        }
    }

    @Test
    void refusesABinaryFormOnStandardOutputAndAMonthWithoutContract() throws IOException {
        assertThat(drafted("2026-07", "--format", "pdf").err()).contains("expected --out FILE for pdf");
        assertThat(drafted("2025-07").err()).contains("expected a month in which a contract is in force");
    }

    /** The contract ends with July. An outcome of July is reopened in September, and its 0.99 comes back in that month. */
    @Test
    void creditsWhatIsTakenBackAfterTheContractEnded() throws IOException {
        Path contract = Files.createDirectories(folder.resolve("contracts").resolve("fabrikam"));
        Files.writeString(
                contract.resolve("v1.yaml"),
                Files.readString(Path.of("customer-overrides", "fabrikam", "v1.yaml"))
                        .replace("{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-08-01}"));
        String reopened =
                ("{'type':'evidence','source':'desk','id':'again','customer':'fabrikam','session':'july-1','kind':'reopened',"
                                + "'grade':'affected_party','occurredAt':'2026-09-03T09:00:00Z'}")
                        .replace('\'', '"');
        Path file = Files.writeString(
                folder.resolve("late.ndjson"), claim("july-1", "2026-07-01") + "\n" + reopened + "\n");
        String[] common = {
            "--customer",
            "fabrikam",
            "--contracts",
            contract.getParent().toString(),
            "--format",
            "json",
            file.toString()
        };

        JsonNode july = JSON.readTree(statement(common, "2026-07").out());
        JsonNode september = JSON.readTree(statement(common, "2026-09").out());
        assertThat(july.path("total").asString()).isEqualTo("0.99");
        assertThat(september.path("total").asString()).isEqualTo("-0.99");
        assertThat(september.path("lines").get(0).path("period").asString()).isEqualTo("2026-07");
        assertThat(statement(common, "2025-12").err())
                .contains("expected a month in which a contract is in force, or a later one, but got 2025-12");
    }

    private static CliRun statement(String[] common, String period) {
        return CliRun.statement(
                Stream.concat(Stream.of("--period", period), Stream.of(common)).toArray(String[]::new));
    }

    private CliRun drafted(String period, String... options) throws IOException {
        List<String> lines = new ArrayList<>(IntStream.rangeClosed(1, 5)
                .mapToObj(day -> claim("july-" + day, "2026-07-0" + day))
                .toList());
        lines.add(claim("august", "2026-08-10"));
        Path file = Files.writeString(folder.resolve("records.ndjson"), String.join("\n", lines) + "\n");
        List<String> args = new ArrayList<>(List.of("--customer", "fabrikam", "--period", period, file.toString()));
        args.addAll(List.of(options));
        return CliRun.statement(args.toArray(String[]::new));
    }

    private static String claim(String id, String day) {
        return ("{'type':'claim','source':'crm','id':'%s','customer':'fabrikam','outcomeType':'support-resolution',"
                        + "'session':'%s','occurredAt':'%sT09:00:00Z','account':'Berlin','channel':'chat','workflowType':'faq',"
                        + "'facts':{'topic':'refund','turns':3}}")
                .formatted(id, id, day)
                .replace('\'', '"');
    }
}
