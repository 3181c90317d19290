package io.adjudicator.review;

import io.adjudicator.adjudication.Verdict;
import io.adjudicator.kernel.Refused;
import java.util.Optional;

/**
 * What a reviewer found of a flagged outcome.
 *
 * @param tier absent: as the rules tell
 * @param reason in the reviewer's words
 */
public record Finding(Verdict verdict, Optional<String> tier, String reason) {

    public Finding {
        if (verdict instanceof Verdict.NeedsReview) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "not_a_verdict",
                    "/verdict",
                    "expected BILLABLE, NOT_BILLABLE or UNPROVABLE, because a person is deciding already");
        }
        if (tier.isPresent() && !(verdict instanceof Verdict.Billable)) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "tier_without_price",
                    "/tier",
                    "expected a tier only with the verdict BILLABLE, because nothing else has a price");
        }
    }
}
