package io.adjudicator.console;

import io.adjudicator.console.DayChart.Column;
import io.adjudicator.console.DayChart.Line;
import io.adjudicator.console.DayChart.Part;
import io.adjudicator.console.DayChart.Series;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.report.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Figures piled up day by day.
 *
 * @param shown how a number is written
 */
record DayStack(
        List<Figure> figures,
        List<Layer> layers,
        YearMonth month,
        String unit,
        Function<Figure, BigDecimal> number,
        Function<BigDecimal, String> shown) {

    /** One of what is piled up, and which figures belong to it. */
    record Layer(String words, String pattern, Predicate<Figure> has) {}

    /** Every how many days there is a label; more do not fit on a narrow screen. */
    private static final int LABELS = 5;

    static DayStack outcomes(List<Figure> figures, List<Layer> layers, YearMonth month) {
        return new DayStack(
                figures, layers, month, "", figure -> BigDecimal.valueOf(figure.outcomes()), Shown::grouped);
    }

    static DayStack amounts(List<Figure> figures, List<Layer> layers, YearMonth month, Unit unit) {
        return new DayStack(
                figures,
                layers,
                month,
                unit.code(),
                figure -> figure.amount().number(),
                sum -> Shown.number(new Amount(sum, unit)));
    }

    /** A place on the drawing from left to right, with its figures. */
    private record Slot(int place, String name, String label, List<Figure> figures) {}

    DayChart chart(String id, String title) {
        List<Layer> used = layers.stream()
                .filter(layer -> figures.stream()
                        .anyMatch(figure ->
                                layer.has().test(figure) && number.apply(figure).signum() != 0))
                .toList();
        List<Slot> slots = slots();
        int width = slots.isEmpty() ? 1 : slots.getLast().place() + 1;
        Scale scale = scale(slots, used);
        String all = shown.apply(sum(figures, used));
        return new DayChart(
                id,
                title,
                title + ", " + month + ": " + all + (unit.isEmpty() ? " outcomes" : " " + unit)
                        + " in all. The table has the figures.",
                used.stream()
                        .map(layer -> new Series(layer.words(), layer.pattern()))
                        .toList(),
                slots.stream().map(slot -> column(slot, width, used, scale)).toList(),
                scale.lines().stream()
                        .map(line -> new Line(scale.y(line), shown.apply(line), line.signum() == 0))
                        .toList(),
                numbers(figures, used));
    }

    /** What was booked in the month of outcomes that occurred in others stands in front, with an empty place behind it. */
    private List<Slot> slots() {
        List<Figure> others = figures.stream()
                .filter(figure -> !YearMonth.from(figure.day()).equals(month))
                .toList();
        List<Slot> slots = new ArrayList<>();
        if (!others.isEmpty()) {
            slots.add(new Slot(0, "other months", "other", others));
        }
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            slots.add(slot(day, others.isEmpty() ? 0 : 2));
        }
        return slots;
    }

    private Slot slot(LocalDate day, int before) {
        boolean labelled = day.getDayOfMonth() % LABELS == 0 || (day.getDayOfMonth() == 1 && before == 0);
        return new Slot(
                before + day.getDayOfMonth() - 1,
                day.toString(),
                labelled ? String.valueOf(day.getDayOfMonth()) : "",
                figures.stream().filter(figure -> figure.day().equals(day)).toList());
    }

    private Scale scale(List<Slot> slots, List<Layer> used) {
        BigDecimal most = BigDecimal.ZERO;
        BigDecimal least = BigDecimal.ZERO;
        for (Slot slot : slots) {
            List<BigDecimal> sums = sums(slot.figures(), used);
            most = most.max(total(sums.stream().map(sum -> sum.max(BigDecimal.ZERO))));
            least = least.min(total(sums.stream().map(sum -> sum.min(BigDecimal.ZERO))));
        }
        return Scale.over(least, most, unit.isEmpty());
    }

    private Column column(Slot slot, int width, List<Layer> used, Scale scale) {
        List<BigDecimal> sums = sums(slot.figures(), used);
        List<Part> parts = new ArrayList<>();
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (int i = 0; i < sums.size(); i++) {
            BigDecimal sum = sums.get(i);
            BigDecimal from = sum.signum() < 0 ? below : above;
            BigDecimal to = from.add(sum);
            if (sum.signum() != 0) {
                parts.add(part(slot.name(), used.get(i), sum, scale.y(from), scale.y(to)));
            }
            above = sum.signum() < 0 ? above : to;
            below = sum.signum() < 0 ? to : below;
        }
        return new Column(
                slot.name(),
                slot.label(),
                percent(slot.place() * 100 + 50, width),
                percent(slot.place() * 100 + 10, width),
                percent(80, width),
                parts,
                numbers(slot.figures(), used),
                parts.isEmpty());
    }

    /** However little it is, it is seen. */
    private Part part(String day, Layer layer, BigDecimal sum, int from, int to) {
        String text = day + ": " + shown.apply(sum) + " " + (unit.isEmpty() ? "" : unit + " ") + layer.words();
        return new Part(layer.pattern(), text, Math.min(from, to), Math.max(1, Math.abs(to - from)));
    }

    /** Of each layer, and of all of them last. */
    private List<String> numbers(List<Figure> some, List<Layer> used) {
        return Stream.concat(sums(some, used).stream(), Stream.of(sum(some, used)))
                .map(shown)
                .toList();
    }

    private BigDecimal sum(List<Figure> some, List<Layer> used) {
        return total(sums(some, used).stream());
    }

    private List<BigDecimal> sums(List<Figure> some, List<Layer> used) {
        return used.stream()
                .map(layer -> total(some.stream().filter(layer.has()).map(number)))
                .toList();
    }

    private static BigDecimal total(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of so many hundredths of a place among so many places. */
    private static String percent(int hundredths, int places) {
        return BigDecimal.valueOf(1000L * hundredths / places, 3).toPlainString() + "%";
    }
}
