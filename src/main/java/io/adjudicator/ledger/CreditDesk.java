package io.adjudicator.ledger;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what is left of grants, grants credits by hand and takes them back. */
@Service
public class CreditDesk {

    private final Contracts contracts;
    private final Ledger ledger;
    private final JournalStore journals;
    private final PeriodStore periods;
    private final BookStore books;
    private final InstantSource clock;

    CreditDesk(
            Contracts contracts,
            Ledger ledger,
            JournalStore journals,
            PeriodStore periods,
            BookStore books,
            InstantSource clock) {
        this.contracts = contracts;
        this.ledger = ledger;
        this.journals = journals;
        this.periods = periods;
        this.books = books;
        this.clock = clock;
    }

    /**
     * What became of a request to grant.
     *
     * @param first whether it was granted now
     */
    public record Granting(GrantBalance grant, boolean first) {}

    /**
     * What was taken back.
     *
     * @param voided how much, exact
     */
    public record Voiding(GrantBalance grant, String voided) {}

    /** Every grant in burn order, with what the calendar grants until now even if nothing has drawn on it yet. Writes nothing. */
    @Transactional(readOnly = true)
    public List<GrantBalance> grants(CustomerId customer) {
        refuseUnknown(customer);
        AtomicLong unused = new AtomicLong();
        Journal paper = new Journal(unused::decrementAndGet);
        Credits credits = new Credits(
                customer,
                ledger.agreement(customer),
                paper,
                books.credits(customer),
                _ -> unused.decrementAndGet(),
                month -> month);
        credits.advance(now());
        Map<Long, BigDecimal> granted = new HashMap<>();
        periods.granted(customer).forEach((key, stored) -> granted.put(key, stored.amount()));
        paper.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.GRANTED || entry.kind() == EntryKind.ROLLED_IN)
                .flatMap(entry -> entry.postings().stream())
                .forEach(posting -> posting.grant()
                        .ifPresent(key ->
                                granted.merge(key, posting.amount().negated().number(), BigDecimal::add)));
        return credits.all().stream()
                .map(credit -> GrantBalance.of(credit, granted.getOrDefault(credit.key(), BigDecimal.ZERO)))
                .toList();
    }

    /**
     * Grants credits once. Refuses an id that was used for something else ({@code grant_conflict}).
     *
     * @param by who asked for it, as the journal keeps it
     */
    @Transactional
    public Granting grant(NewGrant asked, String by) {
        refuseUnknown(asked.customer());
        Instant now = now();
        Journal journal = new Journal(journals.keys());
        Credits credits = locked(asked.customer(), journal);
        Optional<Credit> before = credits.bySource(asked.source());
        if (before.isPresent()) {
            return new Granting(repeated(asked, before.get()), false);
        }
        Instant validFrom = asked.validFrom().orElse(now);
        refuseLapsed(asked, validFrom.isAfter(now) ? validFrom : now);
        ContractVersion contract = inForce(asked.customer(), validFrom);
        CreditGrant terms = new CreditGrant(
                asked.customer(),
                asked.source(),
                asked.category(),
                contract.unit(),
                asked.priority(),
                validFrom,
                asked.expiresAt(),
                Optional.empty(),
                now);
        credits.grant(
                terms,
                new Amount(asked.amount(), contract.unit()),
                YearMonth.from(validFrom.atZone(contract.zone())),
                by + ": " + asked.note());
        write(journal, now);
        Credit granted = credits.bySource(asked.source()).orElseThrow();
        return new Granting(GrantBalance.of(granted, asked.amount()), true);
    }

    /** Takes back what is left of a grant; what is held for open windows stays until they close. Doing it again takes nothing more. */
    @Transactional
    public Voiding takeBack(CustomerId customer, String grant, String note, String by) {
        refuseUnknown(customer);
        Instant now = now();
        Journal journal = new Journal(journals.keys());
        Credits credits = locked(customer, journal);
        credits.advance(now);
        Credit credit = credits.bySource(grant)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND, "unknown_grant", "/grant", "expected a grant of this customer"));
        Amount left = new Amount(credit.available(), credit.grant().unit());
        YearMonth month = YearMonth.from(
                now.atZone(ledger.agreement(customer).versions().getLast().zone()));
        credits.takeBack(credit, month, by + ": " + note);
        write(journal, now);
        BigDecimal granted = granted(customer, credit).amount();
        return new Voiding(GrantBalance.of(credit, granted), left.plain());
    }

    /** The customer's grants, with nobody else drawing on them or adding to them until the transaction ends. */
    private Credits locked(CustomerId customer, Journal journal) {
        OpenMonths months = ledger.openMonths(List.of(customer));
        books.lockGrants(customer);
        return new Credits(
                customer,
                ledger.agreement(customer),
                journal,
                books.credits(customer),
                books::insert,
                month -> months.from(customer, month));
    }

    private void write(Journal journal, Instant now) {
        List<Entry> entries = journal.entries();
        if (!entries.isEmpty()) {
            journals.insert(entries, now);
        }
    }

    private PeriodStore.Granted granted(CustomerId customer, Credit credit) {
        return Objects.requireNonNull(periods.granted(customer).get(credit.key()), "a grant without a posting");
    }

    private GrantBalance repeated(NewGrant asked, Credit before) {
        PeriodStore.Granted granted = granted(asked.customer(), before);
        if (!asked.asks(before.grant(), granted)) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "grant_conflict",
                    "/id",
                    "expected an id that nothing was granted under, or the same grant again, but \"" + asked.id()
                            + "\" was granted with other terms");
        }
        return GrantBalance.of(before, granted.amount());
    }

    private ContractVersion inForce(CustomerId customer, Instant validFrom) {
        return ledger.agreement(customer)
                .inForceAt(validFrom)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNPROCESSABLE,
                        "no_contract_in_force",
                        "/validFrom",
                        "expected a contract in force when the grant begins, for its unit"));
    }

    private static void refuseLapsed(NewGrant asked, Instant begins) {
        if (asked.expiresAt().filter(end -> !end.isAfter(begins)).isPresent()) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "times_out_of_order",
                    "/expiresAt",
                    "expected an end after " + begins + ", so that something can be used");
        }
    }

    private void refuseUnknown(CustomerId customer) {
        contracts.refresh();
        if (!contracts.knows(customer)) {
            throw new Refused(
                    Refused.Kind.NOT_FOUND,
                    "unknown_customer",
                    "/customer",
                    "customer \"" + customer + "\" has no published contract");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
