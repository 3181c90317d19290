package io.adjudicator.console;

import io.adjudicator.kernel.Unit;
import io.adjudicator.report.Figure;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which drawings there are of a report: outcomes by day with their verdict and tier, and each unit's money by day with its tier. */
final class DayCharts {

    /** From the bottom of a column to its top. */
    private static final List<String> STATUSES =
            List.of("billable", "not_billable", "unprovable", "needs_review", "pending");

    /** So many patterns can be told apart; further tiers begin again. */
    private static final int PATTERNS = 6;

    private final List<Figure> figures;
    private final YearMonth month;
    private final List<String> tiers;

    private DayCharts(List<Figure> figures, YearMonth month) {
        this.figures = figures;
        this.month = month;
        this.tiers = figures.stream().map(Figure::tier).distinct().sorted().toList();
    }

    /** Those that have something to show. */
    static List<DayChart> of(List<Figure> figures, YearMonth month) {
        DayCharts charts = new DayCharts(figures, month);
        Stream<DayChart> spend = figures.stream()
                .map(figure -> figure.amount().unit())
                .distinct()
                .map(charts::spend);
        return Stream.concat(Stream.of(charts.verdicts(), charts.billable()), spend)
                .filter(chart -> !chart.rows().isEmpty())
                .toList();
    }

    private DayChart verdicts() {
        List<DayStack.Layer> layers = STATUSES.stream()
                .map(status -> new DayStack.Layer(
                        Shown.words(status),
                        "fill-" + status,
                        figure -> figure.status().equals(status)))
                .toList();
        return DayStack.outcomes(figures, layers, month).chart("verdicts", "Outcomes by day and verdict");
    }

    private DayChart billable() {
        return DayStack.outcomes(only(figure -> figure.status().equals("billable")), tiers(), month)
                .chart("tiers", "Billable outcomes by day and tier");
    }

    private DayChart spend(Unit unit) {
        return DayStack.amounts(only(figure -> figure.amount().unit().equals(unit)), tiers(), month, unit)
                .chart("spend-" + unit, "Spend by day and tier, " + unit);
    }

    private List<Figure> only(Predicate<Figure> wanted) {
        return figures.stream().filter(wanted).toList();
    }

    /** A tier looks the same in every drawing of a report. */
    private List<DayStack.Layer> tiers() {
        return tiers.stream()
                .map(tier -> new DayStack.Layer(
                        tier.isEmpty() ? "no tier" : Shown.words(tier),
                        "fill-tier-" + tiers.indexOf(tier) % PATTERNS,
                        figure -> figure.tier().equals(tier)))
                .toList();
    }
}
