package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.Unit;
import io.adjudicator.statement.LineOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A page of what is behind a statement's line, in the order in which it was booked.
 *
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of what is behind a statement's line, in the order in which it was booked.")
record LineOutcomePage(List<Row> outcomes, Optional<String> next) {

    /**
     * One booking.
     *
     * @param booked CHARGED, REVERSED, or RERATED where the price of the month's other outcomes changed
     * @param quantity 1, -1 or 0
     * @param amount what it adds to the line; exact
     * @param claim where the claim can be read
     */
    @Schema(name = "LineOutcome")
    record Row(
            String outcomeId,
            String booked,
            Instant occurredAt,
            int quantity,
            String amount,
            String unit,
            String claim) {

        static Row of(LineOutcome outcome) {
            return new Row(
                    outcome.outcomeId(),
                    outcome.booked(),
                    outcome.occurredAt(),
                    outcome.quantity(),
                    new Amount(outcome.amount(), new Unit(outcome.unit())).plain(),
                    outcome.unit(),
                    "/v1/claims/" + outcome.outcomeId());
        }
    }

    /** Of one outcome more than the page may hold, which tells that there is a next one. */
    static LineOutcomePage of(List<LineOutcome> found, int limit) {
        boolean more = found.size() > limit;
        List<LineOutcome> page = more ? found.subList(0, limit) : found;
        return new LineOutcomePage(
                page.stream().map(Row::of).toList(),
                more ? Optional.of(write(page.getLast().place())) : Optional.empty());
    }

    private static String write(LineOutcome.Place place) {
        String text = place.entry() + " " + place.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws IllegalArgumentException for what {@link #write} did not write. */
    static LineOutcome.Place place(String cursor) {
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected two parts, but got " + parts.length);
        }
        return new LineOutcome.Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
}
