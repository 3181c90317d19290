package io.adjudicator.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;

/**
 * A statement as a workbook with the sheets Summary, Lines and Credits. Numbers are numbers and text is text, so that nothing is taken for
 * a formula. A cell holds the exact number, as far as a spreadsheet counts: 15 digits.
 */
public final class StatementXlsx {

    /** Rows that are kept before they are written out. */
    private static final int ROWS_AT_ONCE = 500;

    private final Statement statement;
    private final Workbook workbook;

    private StatementXlsx(Statement statement, Workbook workbook) {
        this.statement = statement;
        this.workbook = workbook;
    }

    /** Leaves the stream open. */
    public static void write(Statement statement, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "adjudicator", "1.0");
        new StatementXlsx(statement, workbook).write();
        workbook.finish();
    }

    private void write() throws IOException {
        summary();
        lines();
        credits();
    }

    private void summary() throws IOException {
        Sheet sheet = new Sheet(workbook, "Summary", List.of(26, 24, 12));
        sheet.emphasize(3).text("Statement").end();
        sheet.text("Customer").text(statement.customer()).end();
        sheet.text("Period").text(statement.period()).end();
        sheet.text("Time zone").text(statement.zone()).end();
        sheet.text("Status")
                .text(statement.status().name().toLowerCase(Locale.ROOT))
                .end();
        sheet.text("Closed at")
                .text(statement.closedAt().map(Object::toString).orElse(""))
                .end();
        sheet.end();
        money(sheet, "Lines", statement.total().add(statement.paidByCredits()));
        money(sheet, "Paid by credits", statement.paidByCredits().negate());
        sheet.emphasize(3);
        money(sheet, "Total due", statement.total());
        sheet.end();
        for (Statement.Held held : statement.held()) {
            sheet.text("Held for undecided outcomes")
                    .exact(held.amount())
                    .text(held.unit())
                    .end();
        }
        for (String note : statement.notes()) {
            sheet.text("Note").text(note).end();
        }
        sheet.finish();
    }

    private void money(Sheet sheet, String what, BigDecimal amount) {
        sheet.text(what).exact(amount).text(statement.currency().orElse("")).end();
    }

    private void lines() throws IOException {
        Sheet sheet =
                new Sheet(workbook, "Lines", List.of(34, 18, 22, 18, 10, 9, 10, 14, 10, 10, 14, 14, 14, 12, 50, 14));
        sheet.titles(List.of(
                "Description",
                "Kind",
                "Outcome type",
                "Tier or fee",
                "Clause",
                "Version",
                "Occurred in",
                "Free",
                "Gross",
                "Reversed",
                "Gross amount",
                "Reversed amount",
                "Net",
                "Unit",
                "Working",
                "Due"));
        int written = 0;
        for (StatementLine line : statement.lines()) {
            line(sheet, line);
            if (++written % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private void line(Sheet sheet, StatementLine line) {
        sheet.text(line.description())
                .text(line.kind().name().toLowerCase(Locale.ROOT))
                .text(line.outcomeType().orElse(""))
                .text(line.name())
                .text(line.clause())
                .count(line.contractVersion())
                .text(line.period())
                .text(line.free().orElse(""))
                .count(line.gross())
                .count(line.reversed())
                .exact(line.grossAmount())
                .exact(line.reversedAmount())
                .exact(line.net())
                .text(line.unit())
                .text(line.working())
                .exact(Figures.money(line.due(), statement.currency()))
                .end();
    }

    private void credits() throws IOException {
        Sheet sheet = new Sheet(workbook, "Credits", List.of(30, 14, 14, 22, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12));
        sheet.titles(List.of(
                "Grant",
                "Category",
                "Unit",
                "Expires at",
                "Opened",
                "Granted",
                "Rolled in",
                "Used",
                "Rolled out",
                "Expired",
                "Voided",
                "Left",
                "Held of it",
                "Worth of used"));
        for (CreditLine credit : statement.credits()) {
            sheet.text(credit.grant())
                    .text(credit.category())
                    .text(credit.unit())
                    .text(credit.expiresAt().map(Object::toString).orElse("never"))
                    .exact(credit.opened())
                    .exact(credit.granted())
                    .exact(credit.rolledIn())
                    .exact(credit.used())
                    .exact(credit.rolledOut())
                    .exact(credit.expired())
                    .exact(credit.voided())
                    .exact(credit.left())
                    .exact(credit.held());
            credit.worth().ifPresent(sheet::exact);
            sheet.end();
        }
        sheet.finish();
    }
}
