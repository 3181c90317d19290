package io.adjudicator.intake;

import java.util.IdentityHashMap;
import java.util.List;

/** Receipts by record object: two equal records in one batch are two records, the second a repeat. */
public final class Receipts {

    private final IdentityHashMap<Received, Receipt> byRecord = new IdentityHashMap<>();

    public void put(Received record, Receipt receipt) {
        byRecord.put(record, receipt);
    }

    public List<Received> unanswered(List<? extends Received> records) {
        return records.stream()
                .filter(record -> !byRecord.containsKey(record))
                .<Received>map(record -> record)
                .toList();
    }

    /** In the order of the records, all of which must have been answered. */
    public List<Receipt> inOrder(List<Received> records) {
        return records.stream().map(this::of).toList();
    }

    private Receipt of(Received record) {
        Receipt receipt = byRecord.get(record);
        if (receipt == null) {
            throw new IllegalStateException("expected a receipt for " + record.identity() + ", but there is none");
        }
        return receipt;
    }
}
