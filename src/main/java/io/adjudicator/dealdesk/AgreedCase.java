package io.adjudicator.dealdesk;

import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One example that both sides agreed on.
 *
 * @param pointer where it stands in cases.yaml
 * @param asOf when it is looked at
 */
record AgreedCase(
        String name, String pointer, int version, Claim claim, List<Evidence> evidence, Instant asOf, Expected expected) {

    AgreedCase {
        evidence = List.copyOf(evidence);
    }

    /**
     * What must come out; what is absent may be anything.
     *
     * @param verdict as in the API, such as {@code NOT_BILLABLE}
     * @param reason why it is not billable, or why a person must look
     */
    record Expected(
            String verdict,
            Optional<String> reason,
            List<String> missing,
            Optional<String> tier,
            Optional<BigDecimal> price) {

        Expected {
            missing = List.copyOf(missing);
        }
    }
}
