package io.adjudicator.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Books what happened, one after the other, and remembers what stands of each claim, should it be superseded at once. */
final class Booking {

    private final Book book;
    private final Map<Long, List<Standing>> standing;

    /** @param standing what stands of these claims so far */
    Booking(Book book, Map<Long, List<Standing>> standing) {
        this.book = book;
        this.standing = new HashMap<>(standing);
    }

    void book(Booked booked) {
        List<Standing> before = standing.getOrDefault(booked.claim(), List.of());
        standing.put(
                booked.claim(),
                switch (booked) {
                    case Hold hold -> book.hold(hold);
                    case Charge charge -> book.charge(charge, before);
                });
    }

    Map<Long, List<Standing>> standing() {
        return standing;
    }
}
