package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Postings of one kind that one transaction makes for one customer into one month. Each claim's part balances by itself. */
public final class Entry {

    private final long key;
    private final CustomerId customer;
    private final EntryKind kind;
    private final YearMonth bookedIn;
    private final String note;
    private final List<Posting> postings = new ArrayList<>();

    Entry(long key, CustomerId customer, EntryKind kind, YearMonth bookedIn, String note) {
        this.key = key;
        this.customer = customer;
        this.kind = kind;
        this.bookedIn = bookedIn;
        this.note = note;
    }

    Posting.Id next() {
        return new Posting.Id(key, postings.size() + 1);
    }

    void add(Posting posting) {
        postings.add(posting);
    }

    /** Our own bug if it does not balance: the database would refuse it. */
    Entry balanced() {
        record Part(Optional<Long> claim, Unit unit) {}
        Map<Part, BigDecimal> sums = new HashMap<>();
        for (Posting posting : postings) {
            Amount amount = posting.amount();
            sums.merge(new Part(posting.claim(), amount.unit()), amount.number(), BigDecimal::add);
        }
        sums.forEach((part, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalStateException("expected entry " + kind + " of " + customer
                        + " to sum to zero, but claim " + part.claim() + " comes to " + sum + " " + part.unit());
            }
        });
        return this;
    }

    public long key() {
        return key;
    }

    public CustomerId customer() {
        return customer;
    }

    public EntryKind kind() {
        return kind;
    }

    public YearMonth bookedIn() {
        return bookedIn;
    }

    /** Why, where the kind does not say it all. */
    public String note() {
        return note;
    }

    public List<Posting> postings() {
        return Collections.unmodifiableList(postings);
    }
}
