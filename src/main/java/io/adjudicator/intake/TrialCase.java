package io.adjudicator.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case to be tried without storing anything.
 *
 * @param earlier other claims of its session
 * @param asOf the point of view; absent: once every window is closed
 */
public record TrialCase(Claim claim, List<Claim> earlier, List<Evidence> evidence, Optional<Instant> asOf) {

    public TrialCase {
        earlier = List.copyOf(earlier);
        evidence = List.copyOf(evidence);
    }
}
