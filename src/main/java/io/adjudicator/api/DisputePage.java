package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.dispute.DisputePlace;
import io.adjudicator.dispute.DisputeState;
import io.adjudicator.dispute.DisputeSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A page of disputes, the newest first.
 *
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of disputes, the newest first. next is absent on the last one.")
record DisputePage(List<Row> disputes, Optional<String> next) {

    /** One dispute. */
    @Schema(name = "DisputeRow")
    record Row(
            String id,
            String customer,
            String selectedBy,
            String reason,
            DisputeState state,
            int outcomes,
            Instant raisedAt,
            Instant dueAt) {

        static Row of(DisputeSummary dispute) {
            return new Row(
                    dispute.id().value(),
                    dispute.customer().value(),
                    dispute.selectedBy(),
                    dispute.reason(),
                    dispute.state(),
                    dispute.outcomes(),
                    dispute.raisedAt(),
                    dispute.dueAt());
        }
    }

    /** Of one more than the page may hold, which tells that there is a next one. */
    static DisputePage of(List<DisputeSummary> found, int limit) {
        boolean more = found.size() > limit;
        List<DisputeSummary> page = more ? found.subList(0, limit) : found;
        return new DisputePage(
                page.stream().map(Row::of).toList(), more ? Optional.of(cursor(page.getLast())) : Optional.empty());
    }

    private static String cursor(DisputeSummary last) {
        String place = last.raisedAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws IllegalArgumentException or DateTimeException for what {@link #cursor} did not write. */
    static DisputePlace place(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected two parts, but got " + parts.length);
        }
        return new DisputePlace(Instant.parse(parts[0]), parts[1]);
    }
}
