package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import java.util.Optional;

/**
 * One leg of an entry.
 *
 * @param amount debits are positive
 * @param grant the grant whose account it is
 * @param claim key of the claim that it is for
 * @param line what was charged, on {@link Account#REVENUE}
 * @param quantity outcomes that the line counts more (or less) by this
 * @param reverses the posting that this one takes back
 */
public record Posting(
        Id id,
        Account account,
        Amount amount,
        Optional<Long> grant,
        Optional<Long> claim,
        Optional<Line> line,
        int quantity,
        Optional<Id> reverses) {

    /** The place of a posting: its entry, and the number in it from 1. */
    public record Id(long entry, int number) {

        /** As people and other programs are shown it. */
        public String text() {
            return entry + "." + number;
        }
    }

    /** Whether it is a part of what the outcome itself costs: what free ones would cost is revenue that nobody owes. */
    boolean pricesOutcome() {
        return account == Account.FREE
                || line.filter(of -> of.kind() == Line.Kind.OUTCOME).isPresent();
    }
}
