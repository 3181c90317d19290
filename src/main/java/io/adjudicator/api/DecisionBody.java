package io.adjudicator.api;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.casework.TaskId;
import io.adjudicator.dispute.Answer;
import io.adjudicator.dispute.Found;
import io.adjudicator.dispute.Side;
import io.adjudicator.intake.RecordMembers;
import io.adjudicator.review.Finding;
import io.adjudicator.review.TaskVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody decides of a task. Nothing may be built from faulty members, so each reader refuses them first. */
final class DecisionBody {

    private static final Set<String> VERDICTS = Set.of("BILLABLE", "NOT_BILLABLE", "UNPROVABLE");
    private static final Set<String> ANSWERS = Set.of("upheld", "rejected", "split", "undecidable", "ask");
    private static final Set<String> APPROVALS = Set.of("approved", "rejected");

    private static final Set<String> FINDING = Set.of("version", "verdict", "tier", "code", "missing", "reason");
    private static final Set<String> ANSWER = Set.of(
            "version", "answer", "reason", "verdict", "tier", "code", "missing", "upheld", "of", "until", "otherwise");
    private static final Set<String> PART = Set.of("outcomeId", "verdict", "tier", "code", "missing");
    private static final Set<String> APPROVAL = Set.of("version", "decision", "reason");
    private static final Set<String> BULK = Set.of("tasks", "decision");

    /** What a reviewer who says nothing else calls an outcome that they found not billable. */
    private static final String USUAL_CODE = "not_found_billable";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_TASKS = 1_000;
    private static final int MOST_MISSING = 20;

    private DecisionBody() {}

    /** What many tasks are decided alike. */
    record Bulk(List<TaskVersion> tasks, RecordMembers decision) {}

    static Bulk bulk(RecordMembers body) {
        body.onlyKnow(BULK);
        List<TaskVersion> tasks = body.objects("tasks", MOST_TASKS).stream()
                .map(task -> new TaskVersion(
                        new TaskId(task.onlyKnow(Set.of("id", "version")).text("id", LONGEST_NAME)), version(task)))
                .toList();
        if (tasks.isEmpty()) {
            body.fault("missing_field", "tasks", "expected at least one task");
        }
        Optional<RecordMembers> decision = body.optionalObject("decision");
        if (decision.isEmpty()) {
            body.fault("missing_field", "decision", "expected what is decided of these tasks");
        }
        body.refuseFaults();
        return new Bulk(tasks, decision.orElseThrow());
    }

    /** The one that the caller saw; any other means that somebody was faster. */
    static int version(RecordMembers body) {
        int version = body.optionalInteger("version", 0);
        if (version < 1) {
            body.fault("missing_field", "version", "expected the version of the task as it was read");
        }
        return version;
    }

    static Finding finding(RecordMembers body) {
        body.onlyKnow(FINDING);
        Optional<Found> found = found(body, true, USUAL_CODE);
        String reason = reason(body);
        body.refuseFaults();
        return new Finding(found.orElseThrow().verdict(), found.flatMap(Found::tier), reason);
    }

    static Answer answer(RecordMembers body) {
        body.onlyKnow(ANSWER);
        String kind = body.word(
                "answer",
                LONGEST_NAME,
                ANSWERS::contains,
                "unknown_answer",
                "upheld, rejected, split, undecidable or ask");
        String reason = reason(body);
        Answer answer = switch (kind) {
            case "upheld" -> new Answer.Upheld(reason, found(body, false, USUAL_CODE));
            case "split" -> new Answer.Split(reason, parts(body));
            case "undecidable" -> new Answer.Undecidable(reason, missing(body));
            case "ask" -> asked(body, reason);
            default -> new Answer.Rejected(reason); // also where the word is a fault, which is refused below
        };
        body.refuseFaults();
        return answer;
    }

    /** Whether it is approved. */
    record Approval(boolean approved, String reason) {}

    static Approval approval(RecordMembers body) {
        body.onlyKnow(APPROVAL);
        boolean approved = body.word(
                        "decision", LONGEST_NAME, APPROVALS::contains, "unknown_answer", "approved or rejected")
                .equals("approved");
        String reason = approved ? body.optionalNote("reason", LONGEST_REASON).orElse("") : reason(body);
        body.refuseFaults();
        return new Approval(approved, reason);
    }

    private static String reason(RecordMembers body) {
        Optional<String> reason = body.optionalNote("reason", LONGEST_REASON).filter(text -> !text.isBlank());
        if (reason.isEmpty()) {
            body.fault("missing_field", "reason", "expected why, in words that both sides will read");
        }
        return reason.orElse("");
    }

    private static Optional<Found> found(RecordMembers members, boolean needed, String usualCode) {
        if (!needed && !members.has("verdict")) {
            return Optional.empty();
        }
        String verdict = members.word(
                "verdict", LONGEST_NAME, VERDICTS::contains, "not_a_verdict", "BILLABLE, NOT_BILLABLE or UNPROVABLE");
        Optional<String> tier = members.optionalText("tier", LONGEST_NAME);
        return Optional.of(new Found(
                switch (verdict) {
                    case "BILLABLE" -> new Verdict.Billable();
                    case "UNPROVABLE" -> new Verdict.Unprovable(missing(members));
                    default -> new Verdict.NotBillable(code(members, usualCode));
                },
                tier));
    }

    private static String code(RecordMembers members, String usual) {
        return members.has("code")
                ? members.word(
                        "code",
                        LONGEST_NAME,
                        text -> DisputeBody.WORD.matcher(text).matches(),
                        "bad_reason",
                        "lower-case words joined by underscores, such as not_resolved")
                : usual;
    }

    private static List<String> missing(RecordMembers members) {
        List<String> missing = members.texts("missing", MOST_MISSING, LONGEST_NAME);
        if (missing.isEmpty()) {
            members.fault("missing_field", "missing", "expected the evidence that would decide");
        }
        return missing;
    }

    private static Map<String, Optional<Found>> parts(RecordMembers body) {
        Map<String, Optional<Found>> parts = new HashMap<>();
        for (RecordMembers part : body.objects("upheld", MOST_TASKS)) {
            part.onlyKnow(PART);
            parts.put(part.text("outcomeId", LONGEST_NAME), found(part, false, USUAL_CODE));
        }
        return parts;
    }

    private static Answer asked(RecordMembers body, String reason) {
        String of = body.word(
                "of",
                LONGEST_NAME,
                text -> text.equals("vendor") || text.equals("customer"),
                "unknown_side",
                "vendor or customer");
        Optional<String> otherwise = body.has("otherwise")
                ? Optional.of(body.word(
                        "otherwise",
                        LONGEST_NAME,
                        text -> text.equals("upheld") || text.equals("rejected"),
                        "unknown_answer",
                        "upheld or rejected"))
                : Optional.empty();
        var until = body.optionalTime("until");
        return new Answer.Asked(
                reason,
                of.equals("vendor") ? Side.VENDOR : Side.CUSTOMER,
                until,
                otherwise
                        .filter(text -> text.equals("upheld") || text.equals("rejected"))
                        .map(text -> Answer.Otherwise.valueOf(text.toUpperCase(Locale.ROOT))));
    }
}
