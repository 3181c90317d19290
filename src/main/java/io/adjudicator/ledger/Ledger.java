package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.Price;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what happens to outcomes, in the transaction in which it happens. Whatever many transactions do at once, a customer's grants and
 * counts are locked by one of them at a time.
 */
@Service
public class Ledger {

    private final Contracts contracts;
    private final JournalStore journals;
    private final PeriodStore periods;
    private final BookStore books;

    Ledger(Contracts contracts, JournalStore journals, PeriodStore periods, BookStore books) {
        this.contracts = contracts;
        this.journals = journals;
        this.periods = periods;
        this.books = books;
    }

    /** Which months can be booked into; none of them closes before the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenMonths openMonths(Collection<CustomerId> customers) {
        return new OpenMonths(books.closedThrough(customers));
    }

    /** Books windows that opened and decisions that were issued, in event time. Joins the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(List<Booked> happened, OpenMonths months, Instant now) {
        Journal journal = new Journal(journals.keys());
        Map<Long, List<Standing>> standing = standing(happened);
        SortedMap<CustomerId, List<Booked>> byCustomer = happened.stream()
                .sorted(Booked.IN_TIME)
                .collect(Collectors.groupingBy(
                        booked -> booked.contract().customer(), TreeMap::new, Collectors.toList()));
        byCustomer.forEach((customer, booked) -> {
            Open open = open(customer, journal, months, meters(booked, standing));
            Booking booking = new Booking(open.book(), standing);
            booked.forEach(booking::book);
            save(customer, open);
        });
        write(journal, now);
    }

    /** Only of what is decided: a window that opens is the first that is booked of a claim. */
    private Map<Long, List<Standing>> standing(List<Booked> happened) {
        List<Long> decided = happened.stream()
                .filter(Charge.class::isInstance)
                .map(Booked::claim)
                .distinct()
                .toList();
        return decided.isEmpty() ? Map.of() : journals.standing(decided);
    }

    /** Issues and retires what the calendar says up to this instant. Joins the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void advance(CustomerId customer, OpenMonths months, Instant to, Instant now) {
        Journal journal = new Journal(journals.keys());
        Open open = open(customer, journal, months, Set.of());
        open.credits().advance(to);
        if (!journal.entries().isEmpty()) { // mostly the calendar says nothing new
            save(customer, open);
            write(journal, now);
        }
    }

    /** Which months can be booked into, with nobody else booking for this customer until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OpenMonths lock(CustomerId customer) {
        return new OpenMonths(
                books.lockAlone(customer).map(month -> Map.of(customer, month)).orElse(Map.of()));
    }

    /**
     * What is due once a period.
     *
     * @param amount in money; exact
     * @param credits the unit of what no grant covered, where that is what turns into this money
     */
    public record PeriodEnd(Line line, Amount amount, Optional<Unit> credits) {}

    /**
     * Posts the end of a month that the caller has locked, and closes it. Credits that no grant covered turn into the money of the line for
     * them.
     *
     * @param rounding what rounding the statement's lines added to what is owed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(
            CustomerId customer, YearMonth month, List<PeriodEnd> ends, Optional<Amount> rounding, Instant now) {
        Journal journal = new Journal(journals.keys());
        Legs legs = new Legs(
                journal.entry(customer, EntryKind.CLOSED, month, "end of " + month),
                Optional.empty(),
                new ArrayList<>());
        for (PeriodEnd end : ends) {
            legs.post(Account.RECEIVABLE, end.amount());
            legs.charge(end.line(), end.amount());
            end.credits().map(unit -> periods.owed(customer, month, unit)).ifPresent(credits -> {
                legs.post(Account.RECEIVABLE, credits.negated());
                legs.post(Account.CONVERSION, credits);
            });
        }
        rounding.ifPresent(difference -> {
            legs.post(Account.RECEIVABLE, difference);
            legs.post(Account.ROUNDING, difference.negated());
        });
        write(journal, now);
        books.closeThrough(customer, month);
    }

    /** What each of these claims is charged by now, in money or credits, whoever pays it; a claim of which nothing was charged is left out. */
    public Map<Long, Amount> charged(Collection<Long> claims) {
        return journals.charged(claims);
    }

    /** What the journal says of a month, without what closing it posted. */
    public PeriodBooks books(CustomerId customer, YearMonth month) {
        return new PeriodBooks(
                periods.sums(customer, month), periods.openings(customer, month), periods.heldBefore(customer, month));
    }

    /** The customer's contract over time. */
    public Agreement agreement(CustomerId customer) {
        return new Agreement(contracts.versions(customer).stream()
                .map(stored -> contracts.byDigest(stored.digest()))
                .toList());
    }

    private record Open(Book book, Credits credits, Map<Meter, Long> counts) {}

    private Open open(CustomerId customer, Journal journal, OpenMonths months, Set<Meter> meters) {
        Agreement agreement = agreement(customer);
        List<Credit> granted = List.of();
        if (agreement.versions().stream().anyMatch(GrantSchedule::grantsSomething) || books.hasGrants(customer)) {
            books.lockGrants(customer);
            granted = books.credits(customer);
        }
        Credits credits = new Credits(
                customer, agreement, journal, granted, books::insert, month -> months.from(customer, month));
        Map<Meter, Long> counts = meters.isEmpty() ? new HashMap<>() : books.lockMeters(customer, meters);
        return new Open(new Book(customer, journal, credits, counts), credits, counts);
    }

    private void save(CustomerId customer, Open open) {
        if (!open.counts().isEmpty()) {
            books.update(customer, open.counts());
        }
    }

    private void write(Journal journal, Instant now) {
        List<Entry> entries = journal.entries();
        if (!entries.isEmpty()) {
            journals.insert(entries, now);
        }
    }

    /** Every meter that this may turn, forward or back. */
    private static Set<Meter> meters(List<Booked> happened, Map<Long, List<Standing>> standing) {
        Set<Meter> meters = new HashSet<>();
        for (Booked booked : happened) {
            if (booked instanceof Charge charge) {
                charge.price()
                        .filter(price -> price.rate().byCount())
                        .map(Price::line)
                        .ifPresent(line -> meters.add(meter(charge, line)));
                standing.getOrDefault(charge.claim(), List.of()).stream()
                        .flatMap(one -> one.posting().line().stream())
                        .filter(line -> counted(charge.contract(), line))
                        .forEach(line -> meters.add(meter(charge, line.name())));
            }
        }
        return meters;
    }

    private static boolean counted(ContractVersion contract, Line line) {
        return line.outcomeType()
                .flatMap(contract::terms)
                .flatMap(terms -> terms.price().rate(line.name()))
                .filter(RateTerms::byCount)
                .isPresent();
    }

    private static Meter meter(Charge charge, String line) {
        return new Meter(charge.contract().version(), charge.outcomeType(), line, charge.countsIn());
    }
}
