package io.adjudicator.dispute;

import io.adjudicator.intake.Evidence;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was brought to a dispute.
 *
 * @param evidenceId of the record that counts once it is admitted; absent for what only people read
 * @param brought the record itself, where this dispute brings it
 */
public record Submission(
        int number,
        String outcomeId,
        Optional<String> evidenceId,
        Optional<Evidence> brought,
        Optional<String> note,
        Optional<String> sourceLink,
        String addedBy,
        String addedByName,
        Instant addedAt) {}
