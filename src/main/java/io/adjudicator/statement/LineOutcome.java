package io.adjudicator.statement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One outcome behind a statement's line.
 *
 * @param booked CHARGED, REVERSED or RERATED
 * @param quantity 1 charged, −1 taken back, 0 another price for the others
 * @param amount what it adds to the line, exact
 */
public record LineOutcome(
        Place place,
        String booked,
        String outcomeId,
        Instant occurredAt,
        int quantity,
        BigDecimal amount,
        String unit) {

    /** Where it stands in the journal; a page goes on after the last one's. */
    public record Place(long entry, int number) {

        public static final Place START = new Place(0, 0);
    }
}
