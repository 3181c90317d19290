package io.adjudicator.api;

import io.adjudicator.adjudication.StoredDecision;
import io.adjudicator.kernel.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/**
 * One decision.
 *
 * @param number 1 for the first of its claim; each later one supersedes the one before
 * @param bookedIn the billing month in which it counts
 * @param document what was decided, from what, and why
 */
@Schema(name = "Decision", description = "One decision; the one with the highest number stands.")
record DecisionView(long id, int number, Instant issuedAt, YearMonth bookedIn, Map<String, Object> document) {

    static DecisionView of(StoredDecision stored) {
        return new DecisionView(
                stored.decisionKey(),
                stored.number(),
                stored.issuedAt(),
                stored.bookedIn(),
                Members.parse(stored.document()).values());
    }
}
