package io.adjudicator.dispute;

import io.adjudicator.access.Actor;
import io.adjudicator.adjudication.Verdict;
import io.adjudicator.casework.Task;
import io.adjudicator.kernel.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may answer which dispute how. Pure; the database holds the same about who may. */
final class DisputeLaw {

    private DisputeLaw() {}

    static void mayAnswer(Dispute dispute, Task task, Answer answer, Actor by, Instant now) {
        if (hasPart(dispute, by.id())) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "four_eyes",
                    "",
                    "expected somebody who neither raised this dispute nor ruled on its outcomes before, but " + by.id()
                            + " did");
        }
        if (dispute.standing().state() != DisputeState.IN_REVIEW
                || dispute.standing().round() != task.round()) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "task_changed",
                    "",
                    "expected a dispute that waits for this answer, but " + dispute.id() + " does not any more");
        }
        makesSense(dispute, answer, now);
    }

    static boolean hasPart(Dispute dispute, String actor) {
        return dispute.raisedBy().equals(actor) || dispute.parties().contains(actor);
    }

    private static void makesSense(Dispute dispute, Answer answer, Instant now) {
        switch (answer) {
            case Answer.Upheld upheld -> upheld.found().ifPresent(DisputeLaw::isVerdict);
            case Answer.Rejected _ -> {}
            case Answer.Split split -> {
                Set<String> known =
                        dispute.outcomes().stream().map(Disputed::outcomeId).collect(Collectors.toSet());
                if (split.upheld().isEmpty()
                        || !known.containsAll(split.upheld().keySet())) {
                    throw refused("unknown_outcome", "/upheld", "expected some of the outcomes that are disputed");
                }
                split.upheld().values().stream().flatMap(Optional::stream).forEach(DisputeLaw::isVerdict);
            }
            case Answer.Undecidable undecidable -> {
                if (undecidable.missing().isEmpty()) {
                    throw refused("missing_field", "/missing", "expected the evidence that would decide");
                }
            }
            case Answer.Asked asked -> {
                if (asked.until().filter(until -> !until.isAfter(now)).isPresent()) {
                    throw refused("times_out_of_order", "/until", "expected a deadline after " + now);
                }
            }
        }
    }

    private static void isVerdict(Found found) {
        if (found.verdict() instanceof Verdict.NeedsReview) {
            throw refused(
                    "not_a_verdict",
                    "/verdict",
                    "expected BILLABLE, NOT_BILLABLE or UNPROVABLE, because a person is deciding already");
        }
        if (found.tier().isPresent() && !(found.verdict() instanceof Verdict.Billable)) {
            throw refused(
                    "tier_without_price",
                    "/tier",
                    "expected a tier only with the verdict BILLABLE, because nothing else has a price");
        }
    }

    private static Refused refused(String code, String at, String message) {
        return new Refused(Refused.Kind.UNPROCESSABLE, code, at, message);
    }
}
