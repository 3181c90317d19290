package io.adjudicator.statement;

import static io.adjudicator.kernel.SpreadsheetText.inert;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A statement as one CSV table (RFC 4180, UTF-8): {@code record} says what a row is. The column {@code due} adds up: the lines and what
 * credits paid come to the total. Text is made inert, as in the usage report.
 */
public final class StatementCsv {

    static final List<String> COLUMNS = List.of(
            "record",
            "customer",
            "period",
            "status",
            "key",
            "kind",
            "contract_version",
            "outcome_type",
            "name",
            "description",
            "clause",
            "occurred_in",
            "free",
            "gross",
            "reversed",
            "gross_amount",
            "reversed_amount",
            "net",
            "unit",
            "working",
            "due",
            "currency",
            "expires_at",
            "opened",
            "granted",
            "rolled_in",
            "used",
            "rolled_out",
            "expired",
            "voided",
            "left",
            "held",
            "worth");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .get();

    private final Statement statement;
    private final CSVPrinter printer;

    private StatementCsv(Statement statement, CSVPrinter printer) {
        this.statement = statement;
        this.printer = printer;
    }

    /** Leaves the stream open. */
    public static void write(Statement statement, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new StatementCsv(statement, new CSVPrinter(text, FORMAT)).write();
        text.flush();
    }

    private void write() throws IOException {
        for (StatementLine line : statement.lines()) {
            line(line);
        }
        if (statement.paidByCredits().signum() != 0) {
            row("paid_by_credits")
                    .with("due", statement.paidByCredits().negate())
                    .with("currency", currency())
                    .print();
        }
        row("total").with("due", statement.total()).with("currency", currency()).print();
        for (CreditLine credit : statement.credits()) {
            credit(credit);
        }
        for (Statement.Held held : statement.held()) {
            row("held").with("unit", held.unit()).with("held", held.amount()).print();
        }
        for (String note : statement.notes()) {
            row("note").with("description", inert(note)).print();
        }
    }

    private void line(StatementLine line) throws IOException {
        row("line")
                .with("key", inert(line.key()))
                .with("kind", line.kind().name().toLowerCase(Locale.ROOT))
                .with("contract_version", line.contractVersion())
                .with("outcome_type", line.outcomeType())
                .with("name", inert(line.name()))
                .with("description", inert(line.description()))
                .with("clause", inert(line.clause()))
                .with("occurred_in", line.period())
                .with("free", line.free())
                .with("gross", line.gross())
                .with("reversed", line.reversed())
                .with("gross_amount", line.grossAmount())
                .with("reversed_amount", line.reversedAmount())
                .with("net", line.net())
                .with("unit", line.unit())
                .with("working", inert(line.working()))
                .with("due", line.due())
                .with("currency", currency())
                .print();
    }

    private void credit(CreditLine credit) throws IOException {
        row("credit")
                .with("name", inert(credit.grant()))
                .with("description", inert(credit.category()))
                .with("unit", credit.unit())
                .with("expires_at", credit.expiresAt())
                .with("opened", credit.opened())
                .with("granted", credit.granted())
                .with("rolled_in", credit.rolledIn())
                .with("used", credit.used())
                .with("rolled_out", credit.rolledOut())
                .with("expired", credit.expired())
                .with("voided", credit.voided())
                .with("left", credit.left())
                .with("held", credit.held())
                .with("worth", credit.worth())
                .print();
    }

    private Row row(String what) {
        return new Row()
                .with("record", what)
                .with("customer", statement.customer())
                .with("period", statement.period())
                .with("status", statement.status().name().toLowerCase(Locale.ROOT));
    }

    private Optional<String> currency() {
        return statement.currency();
    }

    /** Cells by the names of their columns; what is not named stays empty. */
    private final class Row {

        private final List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));

        Row with(String column, Object cell) {
            cells.set(COLUMNS.indexOf(column), plain(cell));
            return this;
        }

        private static String plain(Object cell) {
            return switch (cell) {
                case Optional<?> present -> present.map(Row::plain).orElse("");
                case BigDecimal number -> number.toPlainString();
                default -> cell.toString();
            };
        }

        void print() throws IOException {
            printer.printRecord(cells);
        }
    }
}
