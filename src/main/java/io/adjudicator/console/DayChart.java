package io.adjudicator.console;

import java.util.List;

/**
 * What a report says day by day, as stacked columns and as a table: both are written from the same numbers. Sideways the drawing is
 * measured in hundredths of the room there is, so that it fits every screen and its letters keep their size.
 *
 * @param id of its parts in the page
 * @param summary what a reader who does not see it is told first
 * @param columns every day of the month, and before them the other months where there is something of them
 * @param total of each series, and of all of them last
 */
record DayChart(
        String id,
        String title,
        String summary,
        List<Series> series,
        List<Column> columns,
        List<Line> lines,
        List<String> total) {

    /**
     * What a part of each column stands for.
     *
     * @param pattern by which it is told apart without colour
     */
    record Series(String words, String pattern) {}

    /**
     * One day.
     *
     * @param name the day, or what else it is
     * @param label under the column; empty where there is no room for one
     * @param middle of it, where the label stands
     * @param numbers of each series as the table shows them, and of all of them last
     * @param empty whether there is nothing to show of it
     */
    record Column(
            String name,
            String label,
            String middle,
            String x,
            String width,
            List<Part> parts,
            List<String> numbers,
            boolean empty) {}

    /** One series' part of a column. */
    record Part(String pattern, String text, int y, int height) {}

    /** A line across, with the number that it stands for. */
    record Line(int y, String number, boolean zero) {}

    /** Of the whole drawing, the labels below it included. */
    public int height() {
        return Scale.MARGIN + Scale.HEIGHT + 22;
    }

    /** Where the labels below the columns stand. */
    public int below() {
        return Scale.MARGIN + Scale.HEIGHT + 16;
    }

    /** Only what there is something of, for the table. */
    public List<Column> rows() {
        return columns.stream().filter(column -> !column.empty()).toList();
    }
}
