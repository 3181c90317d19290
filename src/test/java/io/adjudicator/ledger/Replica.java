package io.adjudicator.ledger;

import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.TestDatabase;
import io.adjudicator.kernel.CustomerId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One service's ledger on a database that several share. */
public final class Replica {

    private static final Instant NOW = Instant.parse("2026-02-05T00:00:00Z");

    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final TransactionTemplate transactions;

    public Replica(TestDatabase database) {
        this.contracts = database.replica();
        this.transactions = database.transactions();
        this.jdbc = database.jdbc();
        this.ledger = new Ledger(contracts, new JournalStore(jdbc), new PeriodStore(jdbc), new BookStore(jdbc));
        contracts.refresh();
    }

    public Contracts contracts() {
        return contracts;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Ledger ledger() {
        return ledger;
    }

    public <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("expected a result of the transaction, but got none");
        }
        return result;
    }

    /** Books into the month of the outcomes or, if it is closed, the next. */
    public void book(List<Hold> holds, List<Charge> charges) {
        inTransaction(() -> {
            Set<CustomerId> customers =
                    charges.stream().map(charge -> charge.contract().customer()).collect(Collectors.toSet());
            holds.forEach(hold -> customers.add(hold.contract().customer()));
            OpenMonths months = ledger.openMonths(customers);
            ledger.book(
                    Stream.<Booked>concat(
                                    holds.stream().map(hold -> open(hold, months)),
                                    charges.stream().map(charge -> open(charge, months)))
                            .toList(),
                    months,
                    NOW);
            return true;
        });
    }

    private static Hold open(Hold hold, OpenMonths months) {
        YearMonth month = months.from(hold.contract().customer(), hold.bookedIn());
        return new Hold(hold.claim(), hold.outcome(), hold.contract(), hold.occurredAt(), hold.most(), month);
    }

    private static Charge open(Charge charge, OpenMonths months) {
        return new Charge(
                charge.claim(),
                charge.outcome(),
                charge.contract(),
                charge.outcomeType(),
                charge.occurredAt(),
                charge.price(),
                charge.fees(),
                charge.undecided(),
                charge.asOf(),
                months.from(charge.contract().customer(), charge.bookedIn()));
    }
}
