package io.adjudicator.statement;

import io.adjudicator.kernel.Digest;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/** A statement on paper. No clock and no chance: the same statement gives the same bytes. */
public final class StatementPdf {

    private StatementPdf() {}

    /** Leaves the stream open. */
    public static void write(Statement statement, OutputStream out) {
        String title = "Statement " + statement.customer() + " " + statement.period();
        byte[] identity = identity(statement);
        PdfLettering lettering = new PdfLettering(identity);
        Document document = new Document(PageSize.A4, 42, 42, 40, 48);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(title);
        document.open();
        writer.setPageEvent(new PdfFooter(title + ", " + PdfHead.status(statement), lettering.plain(), writer));
        PdfCells cells = new PdfCells(lettering);
        new PdfHead(statement, lettering).addTo(document);
        new PdfLines(statement, cells).addTo(document);
        new PdfCredits(statement, lettering, cells).addTo(document);
        new PdfTail(statement, lettering).addTo(document);
        identify(writer.getInfo(), statement, identity);
        document.close();
    }

    private static byte[] identity(Statement statement) {
        String digest =
                Digest.of(statement.toString().getBytes(StandardCharsets.UTF_8)).value();
        return HexFormat.of().parseHex(digest, digest.indexOf(':') + 1, digest.length());
    }

    /** In place of the library's clock and random number. A draft has no date: it is what the journal says whenever it is asked for. */
    private static void identify(PdfDictionary properties, Statement statement, byte[] identity) {
        byte[] id = Arrays.copyOf(identity, 16);
        properties.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        properties.remove(PdfName.CREATIONDATE);
        statement
                .closedAt()
                .ifPresent(at -> properties.put(PdfName.CREATIONDATE, date(at, ZoneId.of(statement.zone()))));
    }

    private static PdfDate date(Instant at, ZoneId zone) {
        return new PdfDate(GregorianCalendar.from(at.atZone(zone)));
    }
}
