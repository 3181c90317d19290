package io.adjudicator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples come to what their README says, which was written by hand. */
class SamplesTest {

    private static final Path RECORDS = Path.of("samples", "records.ndjson");

    @ParameterizedTest
    @ValueSource(strings = {"fabrikam", "northwind", "contoso", "litware", "tailspin"})
    void comeToWhatTheirReadmeSays(String customer) throws IOException {
        CliRun july = CliRun.adjudicate("--customer", customer, "--period", "2026-07", RECORDS.toString());
        assertThat(july.err()).contains(" 0 rejected");
        assertThat(july.exitCode()).isZero();
        assertThat(lines(july.out())).containsExactlyInAnyOrderElementsOf(table(customer));
    }

    @Test
    void creditInAugustWhatWasReopenedInAugust() throws IOException {
        CliRun august = CliRun.adjudicate("--customer", "fabrikam", "--period", "2026-08", RECORDS.toString());
        assertThat(lines(august.out())).containsExactly("F-11 | not_billable | reopened_in_window | simple | -0.99");
        assertThat(august.out()).contains("adjustment,");
    }

    private static List<String> lines(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(csv))
                .setFormat(format)
                .get()) {
            return parser.stream().map(SamplesTest::line).toList();
        }
    }

    private static String line(CSVRecord record) {
        return Stream.of("id", "billable_status", "non_billable_reason", "tier", "amount_charged")
                .map(record::get)
                .reduce((before, next) -> before + " | " + next)
                .orElseThrow();
    }

    /** The rows of the README's table under the customer's heading, without the column that is for people. */
    private static List<String> table(String customer) throws IOException {
        return Files.readString(RECORDS.resolveSibling("README.md"))
                .split("\n## " + customer)[1]
                .split("\n## ")[0]
                .lines()
                .filter(line -> line.matches("\\| [A-Z]-\\d\\d .*"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> String.join(" | ", cells.get(1), cells.get(3), cells.get(4), cells.get(5), cells.get(6)))
                .toList();
    }
}
