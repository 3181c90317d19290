package io.adjudicator.statement;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** Cells of the statement's tables: a main text and, below it, small ones. */
final class PdfCells {

    static final Color SHADE = new Color(0xee, 0xf1, 0xf5);

    private static final Color RULE = new Color(0xc9, 0xd1, 0xdb);
    private static final float BODY = 8.5f;
    private static final float SMALL = 7f;

    private final PdfLettering lettering;

    PdfCells(PdfLettering lettering) {
        this.lettering = lettering;
    }

    /** As wide as the page, with its titles again on every page, and rows that stay whole where they can. */
    PdfPTable table(float[] widths, List<String> titles) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setSplitLate(true);
        for (int column = 0; column < titles.size(); column++) {
            table.addCell(title(titles.get(column), column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT));
        }
        table.setHeaderRows(1);
        return table;
    }

    private PdfPCell title(String text, int alignment) {
        PdfPCell cell = cell(lettering.strong(text, SMALL), alignment, List.of());
        cell.setBackgroundColor(SHADE);
        return cell;
    }

    PdfPCell text(String main, List<String> below) {
        return cell(lettering.strong(main, BODY), Element.ALIGN_LEFT, below);
    }

    PdfPCell figure(String main, List<String> below) {
        return cell(lettering.plain(main, BODY), Element.ALIGN_RIGHT, below);
    }

    PdfPCell strongFigure(String main) {
        return cell(lettering.strong(main, BODY), Element.ALIGN_RIGHT, List.of());
    }

    private PdfPCell cell(Phrase main, int alignment, List<String> below) {
        PdfPCell cell = new PdfPCell();
        cell.addElement(paragraph(main, alignment));
        below.stream()
                .filter(small -> !small.isBlank())
                .forEach(small -> cell.addElement(paragraph(lettering.faded(small, SMALL), alignment)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(RULE);
        cell.setBorderWidth(0.5f);
        cell.setPadding(4);
        cell.setPaddingTop(0);
        cell.setPaddingBottom(5);
        // Words that are written from right to left keep their own order within a line from left to right.
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        return cell;
    }

    private static Paragraph paragraph(Phrase phrase, int alignment) {
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setLeading(phrase.getLeading());
        paragraph.setAlignment(alignment);
        return paragraph;
    }
}
