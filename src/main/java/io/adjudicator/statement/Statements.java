package io.adjudicator.statement;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.Unit;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Ledger;
import io.adjudicator.ledger.OpenMonths;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Drafts statements, closes months, and shows what is behind a line. */
@Service
public class Statements {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contracts contracts;
    private final Ledger ledger;
    private final StatementStore store;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Statements(
            Contracts contracts,
            Ledger ledger,
            StatementStore store,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.contracts = contracts;
        this.ledger = ledger;
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** The closed statement or, while the month is open, the draft as things stand now. */
    @Transactional
    public Statement of(CustomerId customer, YearMonth period) {
        refuseUnknown(customer);
        return closed(customer, period)
                .orElseGet(() -> draft(customer, period, ledger.openMonths(List.of(customer)), now()));
    }

    /**
     * Closes a month: what it comes to is final, and what is decided later is booked in a later month. Closing it again answers the same
     * statement. Refuses a month that is not over ({@code period_not_over}) and one before which a month is still open
     * ({@code earlier_period_open}).
     *
     * @param closedBy who asked for it, as the store keeps it
     */
    @Transactional
    public Statement close(CustomerId customer, YearMonth period, String closedBy) {
        return closeOnce(customer, period, closedBy).statement();
    }

    /**
     * A closed statement.
     *
     * @param first whether it was closed by this very request
     */
    public record Closed(Statement statement, boolean first) {}

    /** Like {@link #close}, for whoever must know whether it had been closed before. */
    @Transactional
    public Closed closeOnce(CustomerId customer, YearMonth period, String closedBy) {
        refuseUnknown(customer);
        OpenMonths months = ledger.lock(customer);
        Optional<Statement> before = closed(customer, period);
        if (before.isPresent()) {
            return new Closed(before.get(), false);
        }
        Instant now = now();
        refuseUnlessClosable(customer, period, now);
        Statement draft = draft(customer, period, months, now);
        Closing.of(draft, ledger.agreement(customer)).post(ledger, now);
        Statement closed = draft.closed(now);
        store.insert(customer, period, now, closedBy, JSON.writeValueAsString(closed));
        events.publishEvent(new StatementClosed(
                customer,
                period,
                closed.currency().map(currency -> new Amount(closed.total(), new Unit(currency))),
                now));
        return new Closed(closed, true);
    }

    /** Every month of the customer that was closed or can be, the newest first. */
    @Transactional(readOnly = true)
    public List<StatementPeriod> periods(CustomerId customer) {
        refuseUnknown(customer);
        Agreement agreement = ledger.agreement(customer);
        Map<YearMonth, StatementPeriod> closed = store.closings(customer);
        YearMonth now =
                YearMonth.from(now().atZone(agreement.versions().getLast().zone()));
        SortedSet<YearMonth> booked = store.bookedMonths(customer);
        YearMonth first = Stream.concat(closed.keySet().stream(), booked.stream())
                .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
        return Stream.iterate(now, month -> !month.isBefore(first), month -> month.minusMonths(1))
                .filter(month -> closed.containsKey(month) || hasStatement(agreement, booked, month))
                .map(month -> closed.getOrDefault(month, StatementPeriod.open(month)))
                .toList();
    }

    /** A month that waits to be closed. */
    public record ToClose(CustomerId customer, YearMonth period) {}

    /**
     * The earliest month of each customer that is over, has a statement and is not closed, oldest first. Where nothing was closed yet it
     * is the first with a booking: one before it needs no closing.
     */
    public List<ToClose> toClose(Collection<CustomerId> customers) {
        return store.earliestOpen(customers).entrySet().stream()
                .map(month -> new ToClose(month.getKey(), month.getValue()))
                .filter(this::waits)
                .sorted(Comparator.comparing(ToClose::period).thenComparing(ToClose::customer))
                .toList();
    }

    private boolean waits(ToClose month) {
        Agreement agreement = ledger.agreement(month.customer());
        Instant end = Period.ofMonth(
                        month.period(), agreement.versions().getLast().zone())
                .to();
        return !now().isBefore(end) && hasStatement(agreement, store.bookedMonths(month.customer()), month.period());
    }

    /** What is behind a line of a statement; {@code unknown_line} if the statement has none of this key. */
    public List<LineOutcome> outcomes(
            CustomerId customer, Statement statement, String key, LineOutcome.Place after, int limit) {
        StatementLine line = statement.lines().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_line",
                        "/line",
                        "expected the key of a line of this statement, but there is none \"" + key + "\""));
        return store.outcomes(customer, YearMonth.parse(statement.period()), line.line(), after, limit);
    }

    private Optional<Statement> closed(CustomerId customer, YearMonth period) {
        return store.closed(customer, period).map(document -> JSON.readValue(document, Statement.class));
    }

    private Statement draft(CustomerId customer, YearMonth period, OpenMonths months, Instant now) {
        Agreement agreement = ledger.agreement(customer);
        ContractVersion version = stating(agreement, period);
        Instant end = Period.ofMonth(period, version.zone()).to();
        ledger.advance(customer, months, now.isBefore(end) ? now : end, now);
        return Draft.of(
                agreement,
                version,
                period,
                ledger.books(customer, period),
                Agreement.earlierInYear(version, period).stream()
                        .map(month -> outcomes(customer, month))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What a month's outcomes came to; what earlier months did is no part of it. */
    private BigDecimal outcomes(CustomerId customer, YearMonth period) {
        return closed(customer, period)
                .orElseGet(() -> {
                    Agreement agreement = ledger.agreement(customer);
                    return Draft.of(
                            agreement,
                            stating(agreement, period),
                            period,
                            ledger.books(customer, period),
                            BigDecimal.ZERO);
                })
                .outcomes();
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

    private static ContractVersion stating(Agreement agreement, YearMonth period) {
        return agreement
                .stating(period)
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "no_contract_in_period",
                        "/period",
                        "expected a month in which a contract is in force, or a later one, but got " + period));
    }

    private void refuseUnlessClosable(CustomerId customer, YearMonth period, Instant now) {
        Agreement agreement = ledger.agreement(customer);
        Instant end = Period.ofMonth(period, stating(agreement, period).zone()).to();
        if (now.isBefore(end)) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "period_not_over",
                    "/period",
                    "expected a month that is over, but " + period + " ends at " + end + "; close it then");
        }
        List<YearMonth> closed = store.closedPeriods(customer);
        SortedSet<YearMonth> booked = store.bookedMonths(customer);
        YearMonth next = closed.isEmpty()
                ? booked.stream().findFirst().orElse(period)
                : closed.getLast().plusMonths(1);
        while (next.isBefore(period) && !hasStatement(agreement, booked, next)) {
            next = next.plusMonths(1); // no contract and nothing booked, so nothing to close
        }
        if (next.isBefore(period)) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "earlier_period_open",
                    "/period",
                    "expected the earliest open month, which is " + next + ", but got " + period
                            + "; close that first");
        }
    }

    private static boolean hasStatement(Agreement agreement, SortedSet<YearMonth> booked, YearMonth month) {
        return agreement.governing(month).isPresent() || booked.contains(month);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
