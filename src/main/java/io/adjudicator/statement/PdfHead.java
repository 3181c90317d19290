package io.adjudicator.statement;

import java.awt.Color;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Whose statement, of which month, whether it can still change, and what is due. */
final class PdfHead {

    private static final Color DRAFT = new Color(0xa3, 0x52, 0x00);
    private static final Color CLOSED = new Color(0x1d, 0x6b, 0x3a);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    private final Statement statement;
    private final PdfLettering lettering;

    PdfHead(Statement statement, PdfLettering lettering) {
        this.statement = statement;
        this.lettering = lettering;
    }

    void addTo(Document document) {
        PdfPTable table = new PdfPTable(new float[] {60, 40});
        table.setWidthPercentage(100);
        table.addCell(left());
        table.addCell(right());
        table.setSpacingAfter(12);
        document.add(table);
    }

    private PdfPCell left() {
        PdfPCell cell = plainCell();
        cell.addElement(spaced(lettering.strong("Statement", 20), 26));
        cell.addElement(spaced(lettering.strong(month().format(MONTH), 11), 18));
        cell.addElement(named("Customer", statement.customer()));
        cell.addElement(named(
                "Period",
                month().atDay(1).format(DAY) + " to " + month().atEndOfMonth().format(DAY)));
        cell.addElement(named("Time zone", statement.zone()));
        return cell;
    }

    private PdfPCell right() {
        boolean closed = statement.status() == Statement.Status.CLOSED;
        PdfPCell cell = plainCell();
        cell.setBackgroundColor(PdfCells.SHADE);
        cell.setPadding(10);
        cell.addElement(spaced(lettering.strong(closed ? "CLOSED" : "DRAFT", 9, closed ? CLOSED : DRAFT), 12));
        cell.addElement(spaced(lettering.faded(status(statement), 7.5f), 12));
        cell.addElement(spaced(lettering.faded("Total due", 8), 20));
        cell.addElement(spaced(lettering.strong(money(), 18), 22));
        return cell;
    }

    /** In the statement's own zone. */
    static String status(Statement statement) {
        return statement
                .closedAt()
                .map(at -> "closed on " + at.atZone(ZoneId.of(statement.zone())).format(MINUTE))
                .orElse("draft: it can change until the month is closed");
    }

    private String money() {
        return statement
                .currency()
                .map(currency -> currency + " " + Figures.exact(Figures.money(statement.total(), statement.currency())))
                .orElse("Nothing in money");
    }

    private YearMonth month() {
        return YearMonth.parse(statement.period());
    }

    private Paragraph named(String name, String value) {
        Phrase both = lettering.faded(name + "  ", 8.5f);
        both.addAll(lettering.plain(value, 8.5f));
        return spaced(both, 13);
    }

    private static Paragraph spaced(Phrase phrase, float leading) {
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setLeading(leading);
        paragraph.setAlignment(Element.ALIGN_LEFT);
        return paragraph;
    }

    private static PdfPCell plainCell() {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingLeft(0);
        return cell;
    }
}
