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
 * @param earlier claims of the same session that came before
 * @param asOf when it is looked at; absent: when its windows have closed
 * @param counted outcomes of the same price that its month has before it
 */
record AgreedCase(
        String name,
        String pointer,
        Claim claim,
        List<Claim> earlier,
        List<Evidence> evidence,
        Optional<Instant> asOf,
        long counted,
        Expected expected) {

    AgreedCase {
        earlier = List.copyOf(earlier);
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
            Optional<BigDecimal> price,
            Optional<BigDecimal> fees) {

        Expected {
            missing = missing.stream().sorted().toList();
        }
    }
}
