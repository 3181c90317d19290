package io.adjudicator.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPTable;

/** What became of each grant in the month. */
final class PdfCredits {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    private final Statement statement;
    private final PdfLettering lettering;
    private final PdfCells cells;

    PdfCredits(Statement statement, PdfLettering lettering, PdfCells cells) {
        this.statement = statement;
        this.lettering = lettering;
        this.cells = cells;
    }

    void addTo(Document document) {
        if (statement.credits().isEmpty()) {
            return;
        }
        Paragraph heading = new Paragraph(lettering.strong("Credits", 11));
        heading.setSpacingBefore(16);
        heading.setKeepTogether(true);
        document.add(heading);
        PdfPTable table = cells.table(
                new float[] {33, 12, 15, 14, 15, 12},
                List.of("Grant", "Opened", "Added", "Used", "Lapsed or moved", "Left"));
        statement.credits().forEach(credit -> add(table, credit));
        document.add(table);
    }

    private void add(PdfPTable table, CreditLine credit) {
        table.addCell(cells.text(credit.grant(), List.of(about(credit))));
        table.addCell(cells.figure(Figures.exact(credit.opened()), List.of()));
        figure(table, credit.granted().add(credit.rolledIn()), parts("rolled in", credit.rolledIn()));
        List<String> worth = new ArrayList<>();
        credit.worth()
                .ifPresent(amount -> worth.add("worth " + statement.currency().orElse("") + " "
                        + Figures.exact(Figures.money(amount, statement.currency()))));
        figure(table, credit.used(), worth);
        List<String> gone = new ArrayList<>(parts("rolled out", credit.rolledOut()));
        gone.addAll(parts("expired", credit.expired()));
        gone.addAll(parts("voided", credit.voided()));
        figure(table, credit.rolledOut().add(credit.expired()).add(credit.voided()), gone);
        figure(table, credit.left(), parts("held", credit.held()));
    }

    private String about(CreditLine credit) {
        return Figures.words(credit.category()) + ", in " + credit.unit() + ", "
                + credit.expiresAt().map(this::until).orElse("never expires");
    }

    private String until(Instant end) {
        return "expires " + end.atZone(ZoneId.of(statement.zone())).format(MINUTE);
    }

    private void figure(PdfPTable table, BigDecimal amount, List<String> below) {
        table.addCell(cells.figure(amount.signum() == 0 ? "–" : Figures.exact(amount), below));
    }

    private static List<String> parts(String name, BigDecimal amount) {
        return amount.signum() == 0 ? List.of() : List.of(Figures.exact(amount) + " " + name);
    }
}
