package io.adjudicator.console;

import io.adjudicator.report.Totals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Outcomes by day and verdict as stacked columns, in units of the drawing; the same figures stand in a table beside it.
 *
 * @param most outcomes of the highest column
 */
record DayChart(List<Day> days, long most, List<String> statuses) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 160;

    /** From the bottom of a column to its top. */
    private static final List<String> ORDER =
            List.of("billable", "not_billable", "unprovable", "needs_review", "pending");

    /** Whether there is anything to draw. */
    public boolean empty() {
        return days.stream().allMatch(day -> day.total() == 0);
    }

    /** One day's column. */
    record Day(String date, int x, int width, long total, List<Part> parts, String amounts) {}

    /** One verdict's share of it. */
    record Part(String status, String words, long outcomes, int y, int height) {}

    static DayChart of(Map<LocalDate, Totals> days, YearMonth month) {
        Map<LocalDate, Totals> all = new LinkedHashMap<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            all.put(day, days.getOrDefault(day, new Totals()));
        }
        // Adjustments of outcomes that occurred in earlier months stand in the lines and totals, not on a day of this
        // one.
        long most = all.values().stream().mapToLong(DayChart::outcomes).max().orElse(0);
        int step = WIDTH / all.size();
        List<Day> columns = new ArrayList<>();
        all.forEach((day, totals) -> columns.add(day(day, totals, columns.size() * step, step, Math.max(1, most))));
        return new DayChart(columns, most, ORDER);
    }

    private static Day day(LocalDate date, Totals totals, int x, int step, long most) {
        List<Part> parts = new ArrayList<>();
        int y = HEIGHT;
        for (String status : ORDER) {
            long outcomes = totals.byStatus().stream()
                    .filter(group -> group.key().equals(status))
                    .mapToLong(Totals.Group::outcomes)
                    .sum();
            int height = Math.toIntExact(outcomes * HEIGHT / most);
            y -= height;
            parts.add(new Part(status, Shown.words(status), outcomes, y, height));
        }
        String amounts = totals.byUnit().stream()
                .map(group -> Shown.money(group.amount()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new Day(date.toString(), x + 2, step - 4, outcomes(totals), parts, amounts);
    }

    private static long outcomes(Totals totals) {
        return totals.byStatus().stream().mapToLong(Totals.Group::outcomes).sum();
    }
}
