package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.adjudicator.notice.Delivery;
import io.adjudicator.notice.NoticeType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of a webhook's log, newest first.
 *
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of a webhook's log, newest first. next is absent on the last one.")
record DeliveryPage(List<Row> deliveries, Optional<String> next) {

    /**
     * One notice for this webhook.
     *
     * @param body as it is sent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "Delivery")
    record Row(
            String notice,
            @Schema(implementation = String.class) NoticeType type,
            Delivery.State state,
            Instant recordedAt,
            Optional<Instant> dueAt,
            List<Attempt> attempts,
            @JsonRawValue @Schema(type = "object") String body) {

        static Row of(Delivery delivery) {
            return new Row(
                    delivery.notice(),
                    delivery.type(),
                    delivery.state(),
                    delivery.recordedAt(),
                    delivery.dueAt(),
                    delivery.attempts().stream().map(Attempt::of).toList(),
                    delivery.body());
        }
    }

    /** One time that it was sent: an answer's status, or why there was none. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "DeliveryAttempt")
    record Attempt(
            int number, Instant attemptedAt, long tookMillis, Optional<Integer> status, Optional<String> failure) {

        static Attempt of(Delivery.Attempt attempt) {
            return new Attempt(
                    attempt.number(), attempt.attemptedAt(), attempt.tookMillis(), attempt.status(), attempt.failure());
        }
    }

    /** Of one more than the page may hold, which tells that there is a next one. */
    static DeliveryPage of(List<Delivery> found, int limit) {
        boolean more = found.size() > limit;
        List<Delivery> page = more ? found.subList(0, limit) : found;
        return new DeliveryPage(
                page.stream().map(Row::of).toList(),
                more ? Optional.of(Long.toString(page.getLast().key())) : Optional.empty());
    }
}
