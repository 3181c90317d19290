package io.adjudicator.cli;

import io.adjudicator.recount.OpenQuestion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** One conversation of the export. What its cells leave open is empty here. */
record ConversationRow(
        String id,
        Instant openedAt,
        Instant closedAt,
        Optional<Boolean> humanParticipated,
        Optional<Boolean> issueAddressed,
        Optional<Boolean> recontacted,
        Optional<String> billed) {

    private static final String HUMAN = "human_agent_participated";
    private static final String ADDRESSED = "issue_addressed";
    private static final String RECONTACTED = "customer_recontacted_within_window";
    private static final String BILLED = "vendor_billed";

    static final List<String> COLUMNS =
            List.of("conversation_id", "opened_at", "closed_at", HUMAN, ADDRESSED, RECONTACTED, BILLED);

    /** The export's word for a human taking part, and what evidence calls it; the same for coming back. */
    private static final OpenQuestion HUMAN_UNKNOWN = new OpenQuestion("human_participated", "handoff");

    private static final OpenQuestion RECONTACT_UNKNOWN = new OpenQuestion("recontacted", "reopened");

    private static final OpenQuestion ADDRESSED_UNKNOWN = new OpenQuestion("issue_addressed", "issue_addressed");

    static final List<OpenQuestion> QUESTIONS = List.of(HUMAN_UNKNOWN, ADDRESSED_UNKNOWN, RECONTACT_UNKNOWN);

    static ConversationRow of(CSVRecord csv) {
        if (!csv.isConsistent()) {
            throw new IllegalArgumentException("expected as many cells as in the first line, but got " + csv.size());
        }
        Optional<String> billed = cell(csv, BILLED);
        yesOrNo(BILLED, billed);
        return new ConversationRow(
                cell(csv, "conversation_id")
                        .orElseThrow(() -> new IllegalArgumentException("expected conversation_id, but it is empty")),
                time(csv, "opened_at"),
                time(csv, "closed_at"),
                yesOrNo(HUMAN, cell(csv, HUMAN)),
                yesOrNo(ADDRESSED, cell(csv, ADDRESSED)),
                yesOrNo(RECONTACTED, cell(csv, RECONTACTED)),
                billed);
    }

    /** Under the export's own words and, where a contract knows only what is seen, under those of evidence as well. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        humanParticipated.ifPresent(known -> {
            facts.put(HUMAN_UNKNOWN.word(), known);
            facts.put(HUMAN_UNKNOWN.seenAs(), known);
        });
        issueAddressed.ifPresent(known -> facts.put(ADDRESSED_UNKNOWN.word(), known));
        recontacted.ifPresent(known -> {
            facts.put(RECONTACT_UNKNOWN.word(), known);
            facts.put(RECONTACT_UNKNOWN.seenAs(), known);
        });
        return facts;
    }

    List<OpenQuestion> openQuestions() {
        return Stream.of(
                        humanParticipated.isEmpty() ? Optional.of(HUMAN_UNKNOWN) : Optional.<OpenQuestion>empty(),
                        recontacted.isEmpty() ? Optional.of(RECONTACT_UNKNOWN) : Optional.<OpenQuestion>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Boolean> yesOrNo(String column, Optional<String> cell) {
        return cell.map(text -> switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        "expected yes, no or nothing in " + column + ", but got \"" + text + "\"");
        });
    }

    private static Instant time(CSVRecord csv, String column) {
        String text = cell(csv, column).orElse("");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a time such as 2026-08-01T09:00:00Z in " + column + ", but got \"" + text + "\"", e);
        }
    }

    private static Optional<String> cell(CSVRecord csv, String column) {
        return Optional.of(csv.get(column).strip()).filter(text -> !text.isEmpty());
    }
}
