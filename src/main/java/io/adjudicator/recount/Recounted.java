package io.adjudicator.recount;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One claim of the recount.
 *
 * @param claim its source is empty where the bill names something that no record tells of, and no source
 * @param occurredAt empty where there is no record
 * @param billed what the vendor charges, zero if nothing
 * @param due what the contract says, zero if nothing or if it cannot be said
 */
public record Recounted(
        SourceId claim, Optional<Instant> occurredAt, Result result, Amount billed, Amount due, Ground ground) {

    /** How bill and contract compare. */
    public enum Result {
        AGREED,
        BILLED_NOT_BILLABLE,
        BILLABLE_NOT_BILLED,
        BILLED_AT_ANOTHER_PRICE,
        NOT_SETTLED;

        /** In JSON and tables. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Charged too much. Never of what cannot be settled. */
    public Amount over() {
        return excess(billed.minus(due));
    }

    /** Charged too little. Never of what cannot be settled. */
    public Amount under() {
        return excess(due.minus(billed));
    }

    private Amount excess(Amount difference) {
        return result == Result.NOT_SETTLED || difference.number().signum() < 0
                ? Amount.zero(difference.unit())
                : difference;
    }
}
