package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The ledger on paper: the same bookings without a database, for trying out what a contract comes to. One customer; not shared by threads. */
public final class PaperLedger {

    private final AtomicLong keys = new AtomicLong();
    private final Agreement agreement;
    private final Map<Meter, Long> counts = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private Map<Long, List<Standing>> standing = Map.of();
    private List<Credit> credits = List.of();

    public PaperLedger(Agreement agreement) {
        this.agreement = agreement;
    }

    /** Books all of this in event time, as the service does in one transaction. */
    public void book(Collection<Booked> happened) {
        happened.stream().sorted(Booked.IN_TIME).forEach(this::book);
    }

    public void book(Booked booked) {
        Journal journal = new Journal(keys::incrementAndGet);
        Credits open = open(journal);
        Booking booking = new Booking(new Book(customer(), journal, open, counts), standing);
        booking.book(booked);
        standing = booking.standing();
        close(journal, open);
    }

    /** Issues and retires what the calendar says up to this instant. */
    public void advance(Instant to) {
        Journal journal = new Journal(keys::incrementAndGet);
        Credits open = open(journal);
        open.advance(to);
        close(journal, open);
    }

    /** What was booked in one month. */
    public PeriodBooks books(YearMonth month) {
        List<PostingSum> sums =
                PostingSum.of(entries.stream().filter(entry -> entry.bookedIn().equals(month)));
        List<GrantOpening> openings = credits.stream()
                .map(credit -> new GrantOpening(
                        credit.key(),
                        credit.grant(),
                        before(month, credit, Set.of(Account.GRANT, Account.GRANT_HELD)),
                        before(month, credit, Set.of(Account.GRANT_HELD))))
                .toList();
        List<Amount> held = entries.stream()
                .filter(entry -> entry.bookedIn().isBefore(month))
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account() == Account.HELD)
                .map(Posting::amount)
                .toList();
        return new PeriodBooks(sums, openings, held);
    }

    private BigDecimal before(YearMonth month, Credit credit, Set<Account> accounts) {
        return entries.stream()
                .filter(entry -> entry.bookedIn().isBefore(month))
                .flatMap(entry -> entry.postings().stream())
                .filter(posting ->
                        posting.grant().filter(key -> key == credit.key()).isPresent()
                                && accounts.contains(posting.account()))
                .map(posting -> posting.amount().number().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Everything that was booked, in order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private Credits open(Journal journal) {
        return new Credits(customer(), agreement, journal, credits, _ -> keys.incrementAndGet(), month -> month);
    }

    private CustomerId customer() {
        return agreement.versions().getFirst().customer();
    }

    private void close(Journal journal, Credits open) {
        credits = List.copyOf(open.all());
        entries.addAll(journal.entries());
    }
}
