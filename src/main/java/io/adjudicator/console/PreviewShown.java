package io.adjudicator.console;

import io.adjudicator.console.CaseScreen.DisputedRow;
import io.adjudicator.dispute.DisputePreview;
import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.Map;

/**
 * What a dispute would take, before it is raised.
 *
 * @param hits how many decisions, as the form sends it back
 * @param more how many it would take besides those that are shown
 * @param refusal why it cannot be raised like that; empty where it can
 */
record PreviewShown(
        int hits,
        String outcomes,
        List<String> amounts,
        List<String> passedOver,
        List<DisputedRow> first,
        String more,
        String refusal) {

    static PreviewShown of(DisputePreview preview) {
        int more = preview.outcomes() - preview.first().size();
        return new PreviewShown(
                preview.outcomes(),
                preview.outcomes() == 1 ? "1 decision" : Shown.count(preview.outcomes()) + " decisions",
                preview.amounts().stream().map(Shown::money).toList(),
                preview.passedOver().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> why(entry.getKey(), entry.getValue()))
                        .toList(),
                preview.first().stream().map(DisputedRow::of).toList(),
                more > 0 ? Shown.count(more) : "",
                preview.refusal().map(Fault::message).map(Act::sentence).orElse(""));
    }

    private static String why(String code, int count) {
        return Shown.count(count) + " "
                + switch (code) {
                    case "disputed_before" -> "disputed before";
                    case "dispute_too_late" -> "too late";
                    default -> Shown.words(code);
                };
    }
}
