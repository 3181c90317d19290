package io.adjudicator.ledger;

import io.adjudicator.kernel.CustomerId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Gathers the entries of one transaction: postings of one customer, kind, month and note stand in one entry. */
public final class Journal {

    private record Heading(CustomerId customer, EntryKind kind, YearMonth bookedIn, String note) {}

    private final LongSupplier keys;
    private final Map<Heading, Entry> entries = new LinkedHashMap<>();

    /** @param keys hands out an unused key for each new entry */
    public Journal(LongSupplier keys) {
        this.keys = keys;
    }

    Entry entry(CustomerId customer, EntryKind kind, YearMonth bookedIn, String note) {
        return entries.computeIfAbsent(
                new Heading(customer, kind, bookedIn, note),
                _ -> new Entry(keys.getAsLong(), customer, kind, bookedIn, note));
    }

    /** Every entry, balanced. */
    public List<Entry> entries() {
        List<Entry> found = new ArrayList<>();
        entries.values().stream()
                .filter(entry -> !entry.postings().isEmpty())
                .forEach(entry -> found.add(entry.balanced()));
        return found;
    }
}
