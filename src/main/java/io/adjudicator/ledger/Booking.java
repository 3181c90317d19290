package io.adjudicator.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books decisions one after the other and remembers what stands of their claims, should one be superseded at once. */
final class Booking {

    private final Book book;
    private final Map<Long, List<Standing>> stored;
    private final Map<Long, List<Standing>> own = new HashMap<>();

    Booking(Book book, Map<Long, List<Standing>> stored) {
        this.book = book;
        this.stored = stored;
    }

    void charge(Charge charge) {
        List<Standing> standing = own.getOrDefault(charge.claim(), stored.getOrDefault(charge.claim(), List.of()));
        own.put(charge.claim(), book.charge(charge, standing));
    }
}
