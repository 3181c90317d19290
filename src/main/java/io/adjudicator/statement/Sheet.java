package io.adjudicator.statement;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of a workbook, written cell by cell from the left and row by row from the top. */
final class Sheet {

    /** What a cell holds at most (Microsoft, "Excel specifications and limits"). */
    private static final int CHARACTERS = 32_767;

    private static final String SHADE = "E8ECF1";

    private final Worksheet sheet;
    private int row;
    private int column;

    Sheet(Workbook workbook, String name, List<Integer> widths) {
        this.sheet = workbook.newWorksheet(name);
        for (int at = 0; at < widths.size(); at++) {
            sheet.width(at, widths.get(at));
        }
    }

    /** A row of column titles, which stays in sight. */
    void titles(List<String> titles) {
        for (String title : titles) {
            sheet.style(row, column)
                    .bold()
                    .fillColor(SHADE)
                    .wrapText(true)
                    .verticalAlignment("center")
                    .set();
            text(title);
        }
        end();
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** The next cells of this row are to be seen first. */
    Sheet emphasize(int cells) {
        for (int at = column; at < column + cells; at++) {
            sheet.style(row, at).bold().fillColor(SHADE).set();
        }
        return this;
    }

    /** Never a formula, whatever it begins with. */
    Sheet text(String text) {
        sheet.value(row, column, text.length() > CHARACTERS ? text.substring(0, CHARACTERS - 1) + "…" : text);
        column++;
        return this;
    }

    Sheet count(long number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format("#,##0").set();
        column++;
        return this;
    }

    /** With as many digits after the point as it has. */
    Sheet exact(BigDecimal number) {
        sheet.value(row, column, number);
        int digits = Math.max(0, number.scale());
        sheet.style(row, column)
                .format(digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits))
                .set();
        column++;
        return this;
    }

    void end() {
        row++;
        column = 0;
    }

    void flush() throws IOException {
        sheet.flush();
    }

    void finish() throws IOException {
        sheet.finish();
    }
}
