package io.adjudicator.window;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.OutcomeType;
import java.time.Instant;

/** Names all claims of one contract version and outcome type whose windows close in the same slot. */
public record CohortId(String value) {

    public static CohortId of(CustomerId customer, int contractVersion, OutcomeType type, Instant settlesAt) {
        return new CohortId(customer + "/" + contractVersion + "/" + type + "/" + settlesAt);
    }

    @Override
    public String toString() {
        return value;
    }
}
