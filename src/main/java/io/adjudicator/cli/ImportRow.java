package io.adjudicator.cli;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One row of the log: the incident as it was after one change. The log's columns resolved_at, closed_at, resolved_by and closed_code are
 * not here: they hold the incident's final values on every row, so they leak the future and hide reopenings.
 *
 * @param cells in the order of {@link #COLUMNS}
 */
record ImportRow(List<String> cells) {

    static final List<String> COLUMNS = List.of(
            "number",
            "sys_mod_count",
            "incident_state",
            "sys_updated_at",
            "opened_at",
            "reassignment_count",
            "reopen_count",
            "caller_id",
            "location",
            "contact_type",
            "category",
            "subcategory",
            "impact",
            "urgency",
            "priority",
            "knowledge");

    private static final String UNKNOWN = "?";
    private static final char CELL_END = '\u001f';

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Reads the cells that decide anything, so that a row is faulty now or never. */
    static ImportRow of(UnaryOperator<String> cellOfColumn) {
        List<String> cells = new ArrayList<>();
        for (String column : COLUMNS) {
            cells.add(clean(column, cellOfColumn.apply(column)));
        }
        ImportRow row = new ImportRow(List.copyOf(cells));
        row.required("number");
        row.required("incident_state");
        row.modCount();
        row.updatedAt();
        row.openedAt();
        row.count("reassignment_count");
        row.count("reopen_count");
        return row;
    }

    private static String clean(String column, String cell) {
        String text = cell.strip();
        boolean broken = text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\ufffd');
        if (broken) {
            throw new IllegalArgumentException("expected plain UTF-8 text in " + column + ", but got other bytes");
        }
        return text;
    }

    String required(String column) {
        return known(column)
                .orElseThrow(() -> new IllegalArgumentException("expected " + column + ", but it is empty or ?"));
    }

    /** Empty where the log says {@code ?} or nothing. */
    Optional<String> known(String column) {
        String cell = cells.get(COLUMNS.indexOf(column));
        return cell.isEmpty() || cell.equals(UNKNOWN) ? Optional.empty() : Optional.of(cell);
    }

    String number() {
        return required("number");
    }

    String state() {
        return required("incident_state");
    }

    long modCount() {
        return count("sys_mod_count");
    }

    Instant updatedAt() {
        return time("sys_updated_at");
    }

    Instant openedAt() {
        return time("opened_at");
    }

    long count(String column) {
        String text = required(column);
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected a count in " + column + ", but got \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private Instant time(String column) {
        String text = required(column);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a time such as 29/2/2016 07:10 in " + column + ", but got \"" + text + "\"", e);
        }
    }

    byte[] bytes() {
        return String.join(String.valueOf(CELL_END), cells).getBytes(StandardCharsets.UTF_8);
    }

    static ImportRow ofBytes(byte[] bytes) {
        return new ImportRow(List.of(new String(bytes, StandardCharsets.UTF_8).split(String.valueOf(CELL_END), -1)));
    }
}
