package io.adjudicator.adjudication;

import io.adjudicator.kernel.Members;
import java.time.Instant;
import java.time.YearMonth;

/**
 * A decision on record.
 *
 * @param caseFile canonical JSON of everything that it was made from
 * @param document canonical JSON of what was decided and why
 */
public record StoredDecision(
        long decisionKey,
        long claimKey,
        int number,
        Instant issuedAt,
        YearMonth bookedIn,
        String caseFile,
        String document) {

    public ClaimState verdict() {
        return ClaimState.valueOf(Members.parse(document).text("verdict"));
    }
}
