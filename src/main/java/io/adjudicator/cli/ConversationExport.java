package io.adjudicator.cli;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.recount.Bill;
import io.adjudicator.recount.BillLine;
import io.adjudicator.recount.BillLine.State;
import io.adjudicator.recount.BillReader;
import io.adjudicator.recount.OpenQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The export of a vendor's conversations: one row each, with what became of it and whether it was billed. A claim is made of every row,
 * billed or not, because what was not billed is recounted as well. An empty cell is unknown and becomes no fact at all.
 */
final class ConversationExport {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final CustomerId customer;
    private final String source;
    private final Map<String, ConversationRow> rows = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    ConversationExport(CustomerId customer, String source) {
        this.customer = customer;
        this.source = source;
    }

    Export read(InputStream in) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setReader(OfflineText.withoutMark(new InputStreamReader(in, StandardCharsets.UTF_8)))
                .setFormat(FORMAT)
                .get()) {
            List<String> missing = ConversationRow.COLUMNS.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new IOException("expected an export of conversations, but its first line lacks " + missing);
            }
            for (CSVRecord row : parser) {
                row(parser.getCurrentLineNumber(), row);
            }
        } catch (UncheckedIOException e) { // where a quote is not closed, nothing tells where the next row begins
            faults.add("nothing can be read from here on: " + e.getMessage());
        }
        return export();
    }

    private void row(long number, CSVRecord csv) {
        try {
            ConversationRow row = ConversationRow.of(csv);
            ConversationRow known = rows.putIfAbsent(row.id(), row);
            if (known != null && !known.equals(row)) {
                throw new IllegalArgumentException(
                        "expected each conversation once, but " + row.id() + " came before with other cells");
            }
        } catch (IllegalArgumentException e) {
            faults.add("line " + number + ": " + e.getMessage());
        }
    }

    private Export export() {
        Map<SourceId, List<OpenQuestion>> open = new HashMap<>();
        List<ExportedLine> lines = new ArrayList<>();
        List<BillLine> billed = new ArrayList<>();
        for (ConversationRow row : rows.values()) {
            lines.add(claim(row));
            open.put(new SourceId(source, row.id()), row.openQuestions());
            billed.add(new BillLine(Optional.of(source), row.id(), billed(row), Optional.empty()));
        }
        return new Export(lines, Optional.of(new Bill(billed)), ConversationRow.QUESTIONS, open, faults);
    }

    private static State billed(ConversationRow row) {
        return row.billed().map(BillReader::yesOrNo).orElse(State.UNKNOWN);
    }

    private ExportedLine claim(ConversationRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "claim");
        members.put("source", source);
        members.put("id", row.id());
        members.put("customer", customer.value());
        members.put("session", row.id());
        members.put("outcomeType", OutcomeType.SUPPORT_RESOLUTION.value());
        members.put("occurredAt", row.closedAt().toString());
        members.put("sessionStartedAt", row.openedAt().toString());
        members.put("account", "unknown");
        members.put("channel", "unknown");
        members.put("workflowType", "unknown");
        members.put("facts", row.facts());
        return ExportedLine.of(row.closedAt(), row.id(), members);
    }
}
