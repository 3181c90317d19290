package io.adjudicator.statement;

import java.math.BigDecimal;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The lines, each with its clause and working in small type, and what they come to. */
final class PdfLines {

    /** Rows that are kept before they are set, so that a long statement does not stand in memory twice. */
    private static final int ROWS_AT_ONCE = 50;

    private static final String NOTHING = "–";

    private final Statement statement;
    private final PdfCells cells;

    PdfLines(Statement statement, PdfCells cells) {
        this.statement = statement;
        this.cells = cells;
    }

    void addTo(Document document) {
        PdfPTable table = cells.table(
                new float[] {46, 14, 14, 14, 13},
                List.of(
                        "Line",
                        "Charged",
                        "Taken back",
                        "Net",
                        statement.currency().map(code -> "Due in " + code).orElse("Due")));
        table.setComplete(false);
        int rows = 0;
        for (StatementLine line : statement.lines()) {
            add(table, line);
            if (++rows % ROWS_AT_ONCE == 0) {
                document.add(table);
            }
        }
        sums(table);
        table.setComplete(true);
        document.add(table);
    }

    private void add(PdfPTable table, StatementLine line) {
        table.addCell(cells.text(line.description(), below(line)));
        table.addCell(counted(line.gross(), line.grossAmount(), line));
        table.addCell(counted(line.reversed(), line.reversedAmount(), line));
        table.addCell(cells.figure(
                amount(line.net(), line), List.of(unit(line), line.free().isPresent() ? "not charged" : "")));
        boolean money = statement.currency().filter(line.unit()::equals).isPresent();
        table.addCell(cells.strongFigure(money ? money(line.due()) : NOTHING));
    }

    private static List<String> below(StatementLine line) {
        return List.of(
                line.working(),
                (line.clause().isEmpty() ? "" : "clause " + line.clause() + ", ") + "contract version "
                        + line.contractVersion());
    }

    /** How many outcomes and, below, what they come to; a fee has no number of outcomes. */
    private PdfPCell counted(long count, BigDecimal amount, StatementLine line) {
        if (count == 0 && amount.signum() == 0) {
            return cells.figure(NOTHING, List.of());
        }
        return count == 0
                ? cells.figure(amount(amount, line), List.of())
                : cells.figure(Figures.count(count), List.of(amount(amount, line)));
    }

    private String amount(BigDecimal amount, StatementLine line) {
        return Figures.exact(Figures.money(amount, statement.currency().filter(line.unit()::equals)));
    }

    /** Said where it is not the statement's own. */
    private String unit(StatementLine line) {
        return statement.currency().filter(line.unit()::equals).isPresent() ? "" : line.unit();
    }

    private void sums(PdfPTable table) {
        BigDecimal lines = statement.total().add(statement.paidByCredits());
        if (statement.paidByCredits().signum() != 0) {
            sum(table, "Lines", lines);
            sum(table, "Paid by credits", statement.paidByCredits().negate());
        }
        statement.currency().ifPresent(_ -> sum(table, "Total due", statement.total()));
    }

    private void sum(PdfPTable table, String what, BigDecimal amount) {
        PdfPCell name = cells.text(what, List.of());
        name.setColspan(4);
        PdfPCell figure = cells.strongFigure(money(amount));
        name.setBackgroundColor(PdfCells.SHADE);
        figure.setBackgroundColor(PdfCells.SHADE);
        table.addCell(name);
        table.addCell(figure);
    }

    private String money(BigDecimal amount) {
        return Figures.exact(Figures.money(amount, statement.currency()));
    }
}
