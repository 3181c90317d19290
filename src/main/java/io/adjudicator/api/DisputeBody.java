package io.adjudicator.api;

import io.adjudicator.dispute.NewDispute;
import io.adjudicator.dispute.NewEvidence;
import io.adjudicator.dispute.Selection;
import io.adjudicator.intake.EvidenceKind;
import io.adjudicator.intake.RecordMembers;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what somebody disputes and brings. */
final class DisputeBody {

    static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Set<String> DISPUTE =
            Set.of("customer", "id", "reason", "text", "outcomes", "filter", "sample", "evidence");
    private static final Set<String> LOOK = Set.of("customer", "outcomes", "filter", "sample");
    private static final Set<String> FILTER =
            Set.of("from", "to", "outcomeType", "verdict", "reason", "tier", "account", "channel", "workflowType");
    private static final Set<String> EVIDENCE =
            Set.of("outcomeId", "evidenceId", "kind", "occurredAt", "note", "sourceLink");
    private static final Set<String> VERDICTS = Set.of("BILLABLE", "NOT_BILLABLE", "UNPROVABLE");

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_OUTCOMES = 1_000;
    private static final int MOST_EVIDENCE = 200;
    private static final int USUAL_SAMPLE = 50;

    private DisputeBody() {}

    static NewDispute dispute(RecordMembers body) {
        body.onlyKnow(DISPUTE);
        CustomerId customer = body.customer();
        String id = body.word(
                "id",
                LONGEST_ID,
                text -> REFERENCE.matcher(text).matches(),
                "bad_reference",
                "letters, digits, points, hyphens and underscores");
        String reason = body.word(
                "reason",
                LONGEST_NAME,
                text -> WORD.matcher(text).matches(),
                "bad_reason",
                "lower-case words joined by underscores, such as not_resolved");
        String text = body.optionalNote("text", LONGEST_TEXT).orElse("");
        Selection selection = selection(body);
        List<NewEvidence> evidence = body.objects("evidence", MOST_EVIDENCE).stream()
                .map(DisputeBody::evidence)
                .toList();
        body.refuseFaults();
        return new NewDispute(customer, id, selection, reason, text, evidence);
    }

    /** What somebody thinks of disputing: the customer, and which decisions. */
    record Look(CustomerId customer, Selection selection) {}

    static Look look(RecordMembers body) {
        body.onlyKnow(LOOK);
        CustomerId customer = body.customer();
        Selection selection = selection(body);
        body.refuseFaults();
        return new Look(customer, selection);
    }

    private static Selection selection(RecordMembers body) {
        if (Stream.of("outcomes", "filter", "sample").filter(body::has).count() != 1) {
            body.fault("missing_field", "outcomes", "expected one of outcomes, filter and sample");
        }
        List<String> outcomes = body.texts("outcomes", MOST_OUTCOMES, LONGEST_NAME);
        if (body.has("outcomes") && outcomes.isEmpty()) {
            body.fault("missing_field", "outcomes", "expected at least one outcome");
        }
        return body.optionalObject("filter")
                .map(DisputeBody::filter)
                .or(() -> body.optionalObject("sample").map(DisputeBody::sample))
                .orElse(new Selection.Outcomes(outcomes));
    }

    private static Selection filter(RecordMembers filter) {
        filter.onlyKnow(FILTER);
        return new Selection.Filter(
                filter.optionalTime("from"),
                filter.optionalTime("to"),
                outcomeType(filter),
                filter.has("verdict")
                        ? Optional.of(filter.word(
                                "verdict",
                                LONGEST_NAME,
                                VERDICTS::contains,
                                "not_a_verdict",
                                "BILLABLE, NOT_BILLABLE or UNPROVABLE"))
                        : Optional.empty(),
                filter.optionalText("reason", LONGEST_NAME),
                filter.optionalText("tier", LONGEST_NAME),
                filter.optionalText("account", LONGEST_NAME),
                filter.optionalText("channel", LONGEST_NAME),
                filter.optionalText("workflowType", LONGEST_NAME));
    }

    private static Selection sample(RecordMembers sample) {
        sample.onlyKnow(Set.of("period", "outcomeType", "size"));
        String period =
                sample.word("period", LONGEST_NAME, DisputeBody::isMonth, "bad_period", "a month such as 2026-07");
        int size = sample.optionalInteger("size", USUAL_SAMPLE);
        if (size < 1 || size > MOST_OUTCOMES) {
            sample.fault("number_out_of_range", "size", "expected 1 to " + MOST_OUTCOMES);
        }
        return new Selection.Sample(
                isMonth(period) ? YearMonth.parse(period) : YearMonth.of(2000, 1), outcomeType(sample), size);
    }

    private static Optional<OutcomeType> outcomeType(RecordMembers members) {
        if (!members.has("outcomeType")) {
            return Optional.empty();
        }
        String type = members.word(
                "outcomeType", LONGEST_NAME, DisputeBody::isOutcomeType, "unknown_outcome_type", "an outcome type");
        return isOutcomeType(type) ? Optional.of(new OutcomeType(type)) : Optional.empty();
    }

    static NewEvidence evidence(RecordMembers members) {
        members.onlyKnow(EVIDENCE);
        Optional<String> outcome = members.optionalText("outcomeId", LONGEST_NAME);
        Optional<String> record = members.optionalText("evidenceId", LONGEST_NAME);
        Optional<EvidenceKind> kind = members.has("kind")
                ? EvidenceKind.ofWireName(members.word(
                        "kind",
                        LONGEST_NAME,
                        text -> EvidenceKind.ofWireName(text).isPresent(),
                        "unknown_evidence_kind",
                        "a kind of evidence"))
                : Optional.empty();
        Optional<Instant> occurredAt = members.optionalTime("occurredAt");
        Optional<String> note = members.optionalNote("note", LONGEST_TEXT);
        Optional<String> link = members.has("sourceLink")
                ? Optional.of(members.word(
                        "sourceLink",
                        LONGEST_TEXT,
                        text -> text.startsWith("https://") || text.startsWith("http://"),
                        "bad_link",
                        "a link that begins with https:// or http://"))
                : Optional.empty();
        return new NewEvidence(outcome, record, kind, occurredAt, note, link);
    }

    private static boolean isOutcomeType(String text) {
        try {
            return !new OutcomeType(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isMonth(String text) {
        try {
            return MONTH.matcher(text).matches() && YearMonth.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
