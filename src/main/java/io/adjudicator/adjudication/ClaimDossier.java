package io.adjudicator.adjudication;

import io.adjudicator.intake.StoredClaim;
import io.adjudicator.intake.StoredEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything on record about one claim.
 *
 * @param evidence of its session, in the order received
 * @param openUntil when its window closes, while it is open
 * @param decisions first to last; the last one stands
 */
public record ClaimDossier(
        StoredClaim claim,
        ClaimState state,
        List<StoredEvidence> evidence,
        Optional<Instant> openUntil,
        List<StoredDecision> decisions) {}
