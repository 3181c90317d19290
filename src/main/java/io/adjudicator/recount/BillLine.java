package io.adjudicator.recount;

import io.adjudicator.kernel.SourceId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a vendor says of one claim.
 *
 * @param source of the claim; a bill that names none speaks of whatever claim has the id
 * @param amount below zero where the vendor gave money back; empty where the bill only counts
 */
public record BillLine(Optional<String> source, String id, State state, Optional<BigDecimal> amount) {

    /** Whether it was billed. An empty cell is unknown, not a no (design law 2). */
    public enum State {
        BILLED,
        NOT_BILLED,
        UNKNOWN
    }

    boolean speaksOf(SourceId claim) {
        return id.equals(claim.id()) && source.map(claim.source()::equals).orElse(true);
    }

    /** As far as the bill names it. */
    SourceId named() {
        return new SourceId(source.orElse(""), id);
    }
}
