package io.adjudicator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adjudicator.adjudication.ClaimState;
import io.adjudicator.adjudication.ClaimSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of claims in the order of occurredAt.
 *
 * @param next the cursor of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "A page of claims in the order of occurredAt. next is absent on the last one.")
record ClaimPage(List<Row> claims, Optional<String> next) {

    /**
     * One claim.
     *
     * @param closesAt of its open window, or as it was when the claim was decided
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @Schema(name = "ClaimRow")
    record Row(
            String outcomeId,
            String customer,
            String outcomeType,
            String session,
            String account,
            Instant occurredAt,
            ClaimState state,
            Optional<String> reason,
            Optional<String> tier,
            Optional<String> amount,
            Optional<String> unit,
            Optional<Instant> closesAt) {

        static Row of(ClaimSummary claim) {
            return new Row(
                    claim.outcomeId(),
                    claim.customer(),
                    claim.outcomeType(),
                    claim.session(),
                    claim.account(),
                    claim.occurredAt(),
                    claim.state(),
                    claim.reason(),
                    claim.tier(),
                    claim.amount().map(amount -> amount.plain()),
                    claim.amount().map(amount -> amount.unit().code()),
                    claim.closesAt());
        }
    }

    /** Of one claim more than the page may hold, which tells that there is a next one. */
    static ClaimPage of(List<ClaimSummary> found, int limit) {
        boolean more = found.size() > limit;
        List<ClaimSummary> page = more ? found.subList(0, limit) : found;
        return new ClaimPage(
                page.stream().map(Row::of).toList(),
                more ? Optional.of(ClaimPlace.write(page.getLast().cursor())) : Optional.empty());
    }
}
