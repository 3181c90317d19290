package io.adjudicator.dispute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reviewer says to a dispute; {@code reason} is in their own words. */
public sealed interface Answer {

    String reason();

    /**
     * The objection holds, for all of it.
     *
     * @param found absent: what was billable is not, for the dispute's reason, and what was not billable is
     */
    record Upheld(String reason, Optional<Found> found) implements Answer {}

    /** The decisions stand. */
    record Rejected(String reason) implements Answer {}

    /**
     * The objection holds for some.
     *
     * @param upheld by outcome id; the others stand
     */
    record Split(String reason, Map<String, Optional<Found>> upheld) implements Answer {

        public Split {
            upheld = Map.copyOf(upheld);
        }
    }

    /**
     * Nothing on record tells, so nothing is charged.
     *
     * @param missing the evidence that would decide
     */
    record Undecidable(String reason, List<String> missing) implements Answer {

        public Undecidable {
            missing = List.copyOf(missing);
        }
    }

    /**
     * More evidence is wanted first.
     *
     * @param of whom
     * @param until absent: as the contract says
     * @param otherwise what holds if it does not come; absent: the reviewer is asked again
     */
    record Asked(String reason, Side of, Optional<Instant> until, Optional<Otherwise> otherwise) implements Answer {}

    /** What holds when a deadline passes. */
    enum Otherwise {
        UPHELD,
        REJECTED
    }
}
