package io.adjudicator.report;

import io.adjudicator.intake.Claim;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Members;
import io.adjudicator.kernel.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One claimed outcome in one billing month.
 *
 * @param entry whether the line is the outcome itself or the adjustment of one that was booked in an earlier month
 * @param criteria which success criteria are met, such as {@code 2 of 2: B-1 C-1}
 * @param handoff none, asked_for or handed_off
 * @param windowStatus open, closed or decided_early
 * @param verification how success was verified: confirmed, assumed, none or pending
 * @param status billable, not_billable, unprovable, needs_review or pending
 * @param reason why it is not billed; empty for billable and pending lines
 * @param amount what this month is charged (below zero for a credit), without interaction fees; exact, not rounded. By the journal, so a
 *     customer's lines add up to its statement's outcome lines; offline, where there is none, the decision's price
 */
public record ReportLine(
        Entry entry,
        String outcomeId,
        String outcomeType,
        String source,
        String id,
        String session,
        String account,
        Instant timestamp,
        String channel,
        String workflowType,
        String criteria,
        String handoff,
        String windowStatus,
        Instant windowClosesAt,
        String verification,
        String status,
        String reason,
        String tier,
        Amount amount,
        String sourceLink) {

    /** What a line is. */
    public enum Entry {
        OUTCOME,
        ADJUSTMENT
    }

    /** A claim that was decided: what its document says, and what of its amount falls into the month. */
    public static ReportLine decided(Claim claim, Members document, Entry entry, Amount amount) {
        Members window = document.object("window");
        return new ReportLine(
                entry,
                claim.outcomeId(),
                claim.outcomeType().value(),
                claim.identity().source(),
                claim.identity().id(),
                claim.session(),
                claim.account(),
                claim.occurredAt(),
                claim.channel(),
                claim.workflowType(),
                criteria(document.objects("findings")),
                document.text("handoff"),
                window.truth("closed") ? "closed" : "decided_early",
                Instant.parse(window.text("closesAt")),
                document.text("verification"),
                document.text("verdict").toLowerCase(Locale.ROOT),
                reason(document),
                document.optionalText("tier").orElse(""),
                amount,
                claim.sourceLink().orElse(""));
    }

    /** A claim whose window is still open. */
    public static ReportLine pending(Claim claim, Instant closesAt, Unit unit) {
        return new ReportLine(
                Entry.OUTCOME,
                claim.outcomeId(),
                claim.outcomeType().value(),
                claim.identity().source(),
                claim.identity().id(),
                claim.session(),
                claim.account(),
                claim.occurredAt(),
                claim.channel(),
                claim.workflowType(),
                "",
                "none",
                "open",
                closesAt,
                "pending",
                "pending",
                "",
                "",
                Amount.zero(unit),
                claim.sourceLink().orElse(""));
    }

    private static String reason(Members document) {
        Optional<String> reason = document.optionalText("reason").or(() -> document.optionalText("why"));
        return reason.orElseGet(() -> document.values().containsKey("missing")
                ? "missing: " + String.join(", ", document.texts("missing"))
                : "");
    }

    private static String criteria(List<Members> findings) {
        List<Members> criteria = findings.stream()
                .filter(finding -> finding.text("of").equals("CRITERION"))
                .toList();
        String met = criteria.stream()
                .filter(finding -> finding.text("kind").equals("MET"))
                .map(finding -> finding.text("rule"))
                .collect(Collectors.joining(" "));
        long count = criteria.stream()
                .filter(finding -> finding.text("kind").equals("MET"))
                .count();
        return count + " of " + criteria.size() + (met.isEmpty() ? "" : ": " + met);
    }
}
