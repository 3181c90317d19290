package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** What the journal has of one outcome. */
@Service
public class OutcomeJournal {

    private final JournalStore store;

    OutcomeJournal(JournalStore store) {
        this.store = store;
    }

    /**
     * One posting.
     *
     * @param id entry and number, as in the exported journal
     * @param account its name, as in the exported journal
     * @param amount debits above zero, credits below
     */
    public record Row(String id, EntryKind kind, YearMonth bookedIn, String account, Amount amount) {}

    /**
     * All postings of an outcome.
     *
     * @param rows in the order in which they were booked
     * @param charged what it added to what outcomes cost, by month, as in the usage reports; without interaction fees
     */
    public record Of(List<Row> rows, SortedMap<YearMonth, Amount> charged) {}

    public Of of(CustomerId customer, long claimKey) {
        List<JournalRow> journal = store.rows(claimKey);
        SortedMap<YearMonth, Amount> charged = new TreeMap<>();
        journal.stream()
                .filter(row -> row.posting().pricesOutcome())
                .forEach(row ->
                        charged.merge(row.bookedIn(), row.posting().amount().negated(), Amount::plus));
        return new Of(journal.stream().map(row -> row(customer, row)).toList(), charged);
    }

    private static Row row(CustomerId customer, JournalRow row) {
        Posting posting = row.posting();
        return new Row(
                posting.id().text(),
                row.kind(),
                row.bookedIn(),
                AccountName.of(customer, posting, row.grant()),
                posting.amount());
    }
}
