package io.adjudicator.dispute;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.kernel.Members;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an outcome comes to after all. */
public record Found(Verdict verdict, Optional<String> tier) {

    Map<String, Object> canonical() {
        Map<String, Object> members = new HashMap<>();
        members.put("verdict", verdict.name());
        switch (verdict) {
            case Verdict.Billable() -> {}
            case Verdict.NotBillable(String reason) -> members.put("code", reason);
            case Verdict.Unprovable(var missing) -> members.put("missing", missing);
            case Verdict.NeedsReview(String why) ->
                throw new IllegalStateException("expected a verdict, but got a review: " + why);
        }
        tier.ifPresent(text -> members.put("tier", text));
        return members;
    }

    static Found ofCanonical(Members members) {
        Verdict verdict = switch (members.text("verdict")) {
            case "BILLABLE" -> new Verdict.Billable();
            case "NOT_BILLABLE" -> new Verdict.NotBillable(members.text("code"));
            case "UNPROVABLE" -> new Verdict.Unprovable(members.texts("missing"));
            default -> throw new IllegalStateException("expected a verdict, but got " + members.text("verdict"));
        };
        return new Found(verdict, members.optionalText("tier"));
    }
}
