package io.adjudicator.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A report for a page: its totals, what they are made of day by day, and one stretch of the lines that somebody looks for. Not thread-safe. */
public final class UsageDigest implements ReportSink {

    private final Predicate<ReportLine> wanted;
    private final int skip;
    private final int limit;
    private final ZoneId zone;
    private final Totals totals = new Totals();
    private final Map<Figure.Key, Figure> figures = new TreeMap<>(Figure.ORDER);
    private final List<ReportLine> lines = new ArrayList<>();
    private int seen;

    /**
     * Starts empty.
     *
     * @param wanted which lines count and are shown
     * @param skip how many of them are not shown, from the first
     * @param limit how many are shown at most
     * @param zone in which days begin
     */
    public UsageDigest(Predicate<ReportLine> wanted, int skip, int limit, ZoneId zone) {
        this.wanted = wanted;
        this.skip = skip;
        this.limit = limit;
        this.zone = zone;
    }

    @Override
    public void line(ReportLine line) {
        if (!wanted.test(line)) {
            return;
        }
        totals.add(line);
        figures.compute(Figure.Key.of(line, zone), (key, before) -> Figure.plus(before, key, line));
        if (seen >= skip && lines.size() < limit) {
            lines.add(line);
        }
        seen++;
    }

    @Override
    public Totals totals() {
        return totals;
    }

    /** What the totals are made of; they add up to them. By day, earliest first; only those with lines. */
    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    public List<ReportLine> lines() {
        return lines;
    }

    /** Whether there are wanted lines behind those that are shown. */
    public boolean more() {
        return seen > skip + lines.size();
    }

    @Override
    public void close() {
        // There is no stream to end.
    }
}
