package io.adjudicator.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.kernel.Amount;
import io.adjudicator.report.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayChartsTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @Test
    void pilesOutcomesUpByVerdictAndMoneyByTierWithoutMixingUnits() {
        List<DayChart> charts = DayCharts.of(figures("""
                2026-07-02 | billable     | simple  | 3 | 0 | 2.97 USD
                2026-07-02 | billable     | complex | 1 | 0 | 2.49 USD
                2026-07-02 | not_billable |         | 2 | 0 | 0 USD
                2026-07-31 | billable     | simple  | 1 | 0 | 10 nw-credit
                2026-06-30 | not_billable |         | 0 | 1 | -0.99 USD
                """), JULY);
        assertThat(charts)
                .extracting(DayChart::title)
                .containsExactly(
                        "Outcomes by day and verdict",
                        "Billable outcomes by day and tier",
                        "Spend by day and tier, USD",
                        "Spend by day and tier, nw-credit");
        assertThat(table(charts.get(0))).isEqualTo("""
                day | billable | not billable | All
                2026-07-02 | 4 | 2 | 6
                2026-07-31 | 1 | 0 | 1
                All | 5 | 2 | 7
                """);
        assertThat(table(charts.get(1))).isEqualTo("""
                day | complex | simple | All
                2026-07-02 | 1 | 3 | 4
                2026-07-31 | 0 | 1 | 1
                All | 1 | 4 | 5
                """);
        assertThat(table(charts.get(2))).isEqualTo("""
                day | no tier | complex | simple | All
                other months | -0.99 | 0.00 | 0.00 | -0.99
                2026-07-02 | 0.00 | 2.49 | 2.97 | 5.46
                All | -0.99 | 2.49 | 2.97 | 4.47
                """);
        assertThat(table(charts.get(3))).isEqualTo("""
                day | simple | All
                2026-07-31 | 10 | 10
                All | 10 | 10
                """);
    }

    @Test
    void drawsEachNumberAsHighAsItIs() {
        DayChart chart = DayCharts.of(figures("""
                        2026-07-01 | billable     |  | 30 | 0 | 0 USD
                        2026-07-01 | not_billable |  | 10 | 0 | 0 USD
                        2026-07-02 | billable     |  | 20 | 0 | 0 USD
                        """), JULY).getFirst();
        assertThat(chart.lines()).extracting(DayChart.Line::number).containsExactly("0", "10", "20", "30", "40");
        assertThat(chart.columns().get(0).parts())
                .extracting(DayChart.Part::height)
                .containsExactly(120, 40);
        assertThat(chart.columns().get(0).parts()).extracting(DayChart.Part::y).containsExactly(48, 8);
        assertThat(chart.columns().get(1).parts())
                .extracting(DayChart.Part::height)
                .containsExactly(80);
        assertThat(chart.columns()).hasSize(31);
    }

    @Test
    void whatIsTakenBackHangsBelowTheLine() {
        DayChart chart = DayCharts.of(figures("""
                        2026-06-20 | not_billable |        | 0 | 1 | -10 USD
                        2026-07-01 | billable     | simple | 1 | 0 | 30 USD
                        """), JULY).getLast();
        int zero = chart.lines().stream()
                .filter(DayChart.Line::zero)
                .findFirst()
                .orElseThrow()
                .y();
        assertThat(chart.columns().getFirst().parts().getFirst())
                .isEqualTo(new DayChart.Part("fill-tier-0", "other months: -10.00 USD no tier", zero, 40));
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(DayCharts.of(List.of(), JULY)).isEmpty();
        assertThat(DayCharts.of(figures("2026-07-01 | pending |  | 1 | 0 | 0 USD"), JULY))
                .extracting(DayChart::title)
                .containsExactly("Outcomes by day and verdict");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # least | most   | whole | bottom | top   | step
            0       | 1      | true  | 0      | 1     | 1
            0       | 7      | true  | 0      | 8     | 2
            0       | 1234   | true  | 0      | 1500  | 500
            0       | 0.99   | false | 0      | 1     | 0.5
            0       | 5.46   | false | 0      | 6     | 2
            -0.99   | 5.46   | false | -2     | 6     | 2
            -3      | 0      | false | -3     | 0     | 1
            0       | 0      | true  | 0      | 1     | 1
            """)
    void linesStandAtRoundNumbers(
            BigDecimal least, BigDecimal most, boolean whole, BigDecimal bottom, BigDecimal top, BigDecimal step) {
        Scale scale = Scale.over(least, most, whole);
        assertThat(scale.bottom()).isEqualByComparingTo(bottom);
        assertThat(scale.top()).isEqualByComparingTo(top);
        assertThat(scale.step()).isEqualByComparingTo(step);
    }

    private static String table(DayChart chart) {
        StringBuilder table = new StringBuilder("day");
        chart.series().forEach(series -> table.append(" | ").append(series.words()));
        table.append(" | All\n");
        chart.rows()
                .forEach(row -> table.append(row.name() + " | " + String.join(" | ", row.numbers()))
                        .append('\n'));
        return table.append("All | " + String.join(" | ", chart.total()))
                .append('\n')
                .toString();
    }

    /** Day, status, tier, outcomes, adjustments and amount. */
    private static List<Figure> figures(String rows) {
        return rows.lines()
                .map(row -> Arrays.stream(row.split("\\|")).map(String::strip).toList())
                .map(cells -> new Figure(
                        LocalDate.parse(cells.get(0)),
                        cells.get(1),
                        cells.get(2),
                        Long.parseLong(cells.get(3)),
                        Long.parseLong(cells.get(4)),
                        Amount.of(cells.get(5).split(" ")[0], cells.get(5).split(" ")[1])))
                .toList();
    }
}
