package io.adjudicator.recount;

import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.recount.BillLine.State;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a bill from CSV with a header row: {@code id} (of the claim), and, where the vendor says them, {@code source}, {@code billed}
 * (yes, no, or empty for unknown) and {@code amount}. The usage report of {@code adjudicate} is such a file too: its
 * {@code amount_charged} is the amount.
 */
public final class BillReader {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private static final List<String> AMOUNTS = List.of("amount", "amount_charged");

    private final List<BillLine> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private BillReader() {}

    /** Throws {@link Refused} with every fault: a bill that is read in part would be recounted wrongly. */
    public static Bill read(Reader csv) throws IOException {
        BillReader reader = new BillReader();
        try (CSVParser parser =
                CSVParser.builder().setReader(csv).setFormat(FORMAT).get()) {
            if (!parser.getHeaderNames().contains("id")) {
                throw new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "malformed_bill",
                        "line 1",
                        "expected a column id, but got " + parser.getHeaderNames());
            }
            for (CSVRecord row : parser) {
                reader.row(parser.getCurrentLineNumber(), row);
            }
        } catch (UncheckedIOException e) {
            reader.faults.add(new Fault("malformed_bill", "", "expected CSV, but " + e.getMessage()));
        }
        if (!reader.faults.isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, reader.faults);
        }
        return new Bill(reader.lines);
    }

    private void row(long number, CSVRecord row) {
        try {
            lines.add(line(row));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("malformed_bill", "line " + number, String.valueOf(e.getMessage())));
        }
    }

    private static BillLine line(CSVRecord row) {
        String id = cell(row, "id").orElseThrow(() -> new IllegalArgumentException("expected an id, but it is empty"));
        Optional<BigDecimal> amount = AMOUNTS.stream()
                .flatMap(column -> cell(row, column).stream())
                .findFirst()
                .map(BillReader::number);
        return new BillLine(cell(row, "source"), id, state(row, amount), amount);
    }

    /** Without a column of its own, every line of a bill is billed, but for those at nothing. */
    private static State state(CSVRecord row, Optional<BigDecimal> amount) {
        if (row.isMapped("billed")) {
            return cell(row, "billed").map(BillReader::yesOrNo).orElse(State.UNKNOWN);
        }
        boolean free = amount.map(number -> number.signum() == 0).orElse(false);
        return free ? State.NOT_BILLED : State.BILLED;
    }

    /** What a vendor's cell says. */
    public static State yesOrNo(String cell) {
        return switch (cell) {
            case "yes", "true" -> State.BILLED;
            case "no", "false" -> State.NOT_BILLED;
            default -> throw new IllegalArgumentException("expected yes, no or nothing, but got \"" + cell + "\"");
        };
    }

    private static BigDecimal number(String cell) {
        if (!cell.matches("-?[0-9]{1,15}([.][0-9]{1,12})?")) {
            throw new IllegalArgumentException("expected an amount such as 0.99, but got \"" + cell + "\"");
        }
        return new BigDecimal(cell);
    }

    private static Optional<String> cell(CSVRecord row, String column) {
        return row.isSet(column)
                ? Optional.of(row.get(column).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
