package io.adjudicator.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class StatementCsvTest {

    @Test
    void dueOfLinesAndCreditsAddsUpToTheTotal() throws IOException {
        List<CSVRecord> rows = written(SampleStatements.month());
        assertThat(dueOf(rows, "line")).isEqualByComparingTo("2803.03");
        assertThat(dueOf(rows, "paid_by_credits")).isEqualByComparingTo("-120.00");
        assertThat(dueOf(rows, "total")).isEqualByComparingTo("2683.03");
    }

    @Test
    void aLineSaysEverythingOfIt() throws IOException {
        CSVRecord line = written(SampleStatements.month()).getFirst();
        assertThat(line.get("customer") + " " + line.get("period") + " " + line.get("status"))
                .isEqualTo("northwind 2026-07 draft");
        assertThat(line.get("outcome_type") + " " + line.get("name") + " " + line.get("clause"))
                .isEqualTo("support-resolution simple OF 4");
        assertThat(line.get("gross") + " − " + line.get("reversed")).isEqualTo("1212 − 12");
        assertThat(line.get("gross_amount") + " − " + line.get("reversed_amount") + " = " + line.get("net"))
                .isEqualTo("1199.88 − 11.88 = 1188.00");
        assertThat(line.get("working") + " " + line.get("unit")).isEqualTo("1200 × 0.99 USD");
    }

    @Test
    void creditsHeldAmountsAndNotesAreRowsOfTheirOwn() throws IOException {
        List<CSVRecord> rows = written(SampleStatements.month());
        CSVRecord credit = of(rows, "credit").getFirst();
        assertThat(credit.get("name") + " " + credit.get("expires_at")).isEqualTo("promo-7 2026-10-01T04:00:00Z");
        assertThat(number(credit, "opened").add(number(credit, "granted")))
                .isEqualByComparingTo(
                        number(credit, "used").add(number(credit, "expired")).add(number(credit, "left")));
        assertThat(of(rows, "held").getFirst().get("held")).isEqualTo("7.47");
        assertThat(of(rows, "note")).hasSize(1);
    }

    @Test
    void noTextBeginsAFormula() throws IOException {
        List<String> texts = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=1", "a=1");
        List<CSVRecord> rows = of(written(SampleStatements.withTexts(texts)), "line");
        assertThat(rows.stream().map(row -> row.get("description")))
                .containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "'\rx", "'\nx", "'=1", "a=1");
        assertThat(rows.stream().map(row -> row.get("working")))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.get("description")).toList());
    }

    @Test
    void keepsWideCharactersQuotesAndLineBreaks() throws IOException {
        List<String> texts = List.of("已解决的对话 🧾", "say \"yes\", please", "two\nlines");
        assertThat(of(written(SampleStatements.withTexts(texts)), "note").stream()
                        .map(row -> row.get("description")))
                .containsExactlyElementsOf(texts);
    }

    private static BigDecimal dueOf(List<CSVRecord> rows, String what) {
        return of(rows, what).stream().map(row -> number(row, "due")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(CSVRecord row, String column) {
        return new BigDecimal(row.get(column));
    }

    private static List<CSVRecord> of(List<CSVRecord> rows, String what) {
        return rows.stream().filter(row -> row.get("record").equals(what)).toList();
    }

    private static List<CSVRecord> written(Statement statement) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementCsv.write(statement, out);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString(UTF_8)))
                .getRecords();
    }
}
