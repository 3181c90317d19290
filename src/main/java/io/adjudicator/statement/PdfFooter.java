package io.adjudicator.statement;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** Below every page: what it is a page of, and {@code page n of m}. How many there are is filled in at the end. */
final class PdfFooter extends PdfPageEventHelper {

    private static final float SIZE = 7;
    private static final float BASELINE = 26;

    private final String what;
    private final BaseFont font;
    private final PdfTemplate pages;

    PdfFooter(String what, BaseFont font, PdfWriter writer) {
        this.what = what;
        this.font = font;
        this.pages = writer.getDirectContent().createTemplate(40, 12);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        String number = "Page " + writer.getPageNumber() + " of ";
        float right = document.right() - font.getWidthPoint("000", SIZE);
        page.setColorFill(PdfLettering.FADED);
        page.beginText();
        page.setFontAndSize(font, SIZE);
        page.showTextAligned(PdfContentByte.ALIGN_LEFT, what, document.left(), BASELINE, 0);
        page.showTextAligned(PdfContentByte.ALIGN_RIGHT, number, right, BASELINE, 0);
        page.endText();
        page.addTemplate(pages, right, BASELINE);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        pages.setColorFill(PdfLettering.FADED);
        pages.beginText();
        pages.setFontAndSize(font, SIZE);
        pages.showText(Integer.toString(writer.getPageNumber() - 1));
        pages.endText();
    }
}
