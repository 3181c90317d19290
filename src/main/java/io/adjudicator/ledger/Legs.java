package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import java.util.List;
import java.util.Optional;

/** Writes postings of one claim, or of none, into an entry. */
final class Legs {

    private final Entry entry;
    private final Optional<Long> claim;
    private final List<Posting> written;

    /** @param written also gets every posting */
    Legs(Entry entry, Optional<Long> claim, List<Posting> written) {
        this.entry = entry;
        this.claim = claim;
        this.written = written;
    }

    void post(Account account, Amount amount) {
        add(account, amount, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    void post(Account account, Amount amount, long grant) {
        add(account, amount, Optional.of(grant), Optional.empty(), 0, Optional.empty());
    }

    /** One more outcome on a line. */
    void charge(Line line, Amount amount) {
        add(Account.REVENUE, amount.negated(), Optional.empty(), Optional.of(line), 1, Optional.empty());
    }

    /** Another amount for the outcomes that a line has. */
    void rerate(Line line, Amount amount) {
        add(Account.REVENUE, amount.negated(), Optional.empty(), Optional.of(line), 0, Optional.empty());
    }

    void mirror(Posting posting) {
        add(
                posting.account(),
                posting.amount().negated(),
                posting.grant(),
                posting.line(),
                -posting.quantity(),
                Optional.of(posting.id()));
    }

    private void add(
            Account account,
            Amount amount,
            Optional<Long> grant,
            Optional<Line> line,
            int quantity,
            Optional<Posting.Id> reverses) {
        Posting posting = new Posting(entry.next(), account, amount, grant, claim, line, quantity, reverses);
        entry.add(posting);
        written.add(posting);
    }
}
