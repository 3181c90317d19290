package io.adjudicator.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class StatementXlsxTest {

    @Test
    void numbersAreNumbersAndAddUp() throws IOException {
        List<Row> lines = sheet(SampleStatements.month(), "Lines");
        int due = column(lines, "Due");
        assertThat(lines.stream().skip(1).map(row -> row.getCell(due).getType()).distinct())
                .containsExactly(CellType.NUMBER);
        assertThat(lines.stream()
                        .skip(1)
                        .map(row -> row.getCell(due).asNumber())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("2803.03");
        assertThat(lines.get(1).getCell(column(lines, "Gross")).asNumber()).isEqualByComparingTo("1212");
        assertThat(lines.get(2).getCell(column(lines, "Net")).asNumber()).isEqualByComparingTo("118");
    }

    @Test
    void theSummarySaysWhatIsDue() throws IOException {
        List<Row> summary = sheet(SampleStatements.month(), "Summary");
        assertThat(named(summary, "Customer").getCellText(1)).isEqualTo("northwind");
        assertThat(named(summary, "Status").getCellText(1)).isEqualTo("draft");
        assertThat(named(summary, "Lines").getCell(1).asNumber()).isEqualByComparingTo("2803.03");
        assertThat(named(summary, "Paid by credits").getCell(1).asNumber()).isEqualByComparingTo("-120");
        assertThat(named(summary, "Total due").getCell(1).asNumber()).isEqualByComparingTo("2683.03");
        assertThat(named(summary, "Total due").getCellText(2)).isEqualTo("USD");
        assertThat(named(summary, "Held for undecided outcomes").getCell(1).asNumber())
                .isEqualByComparingTo("7.47");
    }

    @Test
    void aGrantBalancesAcrossItsRow() throws IOException {
        List<Row> credits = sheet(SampleStatements.month(), "Credits");
        List<BigDecimal> moved = IntStream.rangeClosed(column(credits, "Opened"), column(credits, "Left"))
                .mapToObj(column -> credits.get(1).getCell(column).asNumber())
                .toList();
        assertThat(moved.subList(0, 3).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(moved.subList(3, 8).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void textIsTextAndNeverAFormula() throws IOException {
        List<String> texts =
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "1e9", "已解决的对话 🧾", "<b>&amp;", "x".repeat(32_768));
        List<Row> lines = sheet(SampleStatements.withTexts(texts), "Lines");
        assertThat(lines.stream().skip(1).map(row -> row.getCell(0).getType()).distinct())
                .containsExactly(CellType.STRING);
        assertThat(lines.stream().skip(1).map(row -> row.getCellText(0)).limit(8))
                .containsExactlyElementsOf(texts.subList(0, 8));
        assertThat(lines.getLast().getCellText(0)).hasSize(32_767).endsWith("x…");
    }

    @Test
    void writesAsManyLinesAsThereAre() throws IOException {
        List<Row> lines = sheet(SampleStatements.ofLines(10_000), "Lines");
        assertThat(lines).hasSize(10_001);
        assertThat(lines.getLast().getCellText(0)).isEqualTo("support-resolution, row 10000");
    }

    private static Row named(List<Row> rows, String name) {
        return rows.stream()
                .filter(row -> row.getCellCount() > 0 && row.getCellText(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int column(List<Row> rows, String title) {
        return rows.getFirst().stream()
                .filter(cell -> cell.getText().equals(title))
                .map(Cell::getColumnIndex)
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> sheet(Statement statement, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatementXlsx.write(statement, out);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.findSheet(name).orElseThrow().read();
        }
    }
}
