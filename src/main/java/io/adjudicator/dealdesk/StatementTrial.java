package io.adjudicator.dealdesk;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.adjudication.Adjudications;
import io.adjudicator.adjudication.Issued;
import io.adjudicator.adjudication.SessionReplay;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Tree;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Evidence;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Hold;
import io.adjudicator.ledger.PaperLedger;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.statement.Draft;
import io.adjudicator.statement.Statement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lives through the outcomes of an agreed month on paper, in event time, and drafts the statement. */
final class StatementTrial {

    private final Agreement agreement;
    private final YearMonth period;
    private final Adjudications adjudications;
    private final CaseFaults faults;
    private final List<Event> events = new ArrayList<>();
    private long claims;

    /** Something that is booked at an instant. */
    private record Event(Instant at, long claim, int number, java.util.function.Consumer<PaperLedger> booking) {}

    StatementTrial(Agreement agreement, YearMonth period, RuleSets ruleSets, CaseFaults faults) {
        this.agreement = agreement;
        this.period = period;
        this.adjudications = new Adjudications(ruleSets);
        this.faults = faults;
    }

    /** Takes a row of outcomes: so many like this, one after the other. */
    void claimed(Tree row) {
        ContractVersion governing = agreement.governing(period).orElseThrow();
        Instant first = faults.instant(row.child("claim"), "occurred_at").orElseGet(() -> firstNoon(governing));
        Duration every = faults.duration(row, "every").orElse(Duration.ofMinutes(1));
        for (int i = 0; i < row.integer("count").orElse(1); i++) {
            Instant at = first.plus(every.multipliedBy(i));
            Optional<ContractVersion> contract = agreement.inForceAt(at);
            if (contract.isEmpty()) {
                faults.add("bad_value", row.pointer(), "expected a contract in force at " + at + ", but there is none");
                return;
            }
            one(contract.get(), row, at);
        }
    }

    private Instant firstNoon(ContractVersion governing) {
        Instant from = Period.ofMonth(period, governing.zone()).from();
        Instant begun = governing.effective().from();
        return (from.isBefore(begun) ? begun : from).plus(Duration.ofHours(12));
    }

    private void one(ContractVersion contract, Tree row, Instant at) {
        long key = ++claims;
        String session = "session-" + key;
        Optional<Claim> template = new CaseClaims(contract, row, faults).claimAt(at);
        if (template.isEmpty() || !faults.found().isEmpty()) {
            return;
        }
        Claim claim = template.get().in(session, new SourceId(AgreedStatements.NAME, session));
        List<Received> records = new ArrayList<>(List.of(claim));
        for (Evidence evidence : new CaseReader(contract, row, faults).evidence(at)) {
            records.add(
                    evidence.in(session, claim.identity(), evidence.identity().id() + "/" + key));
        }
        records.sort(Comparator.comparing(Received::occurredAt));
        book(contract, key, claim, records);
    }

    private void book(ContractVersion contract, long key, Claim claim, List<Received> records) {
        Function<OutcomeType, Adjudication> under = adjudications.under(contract);
        Adjudication adjudication = under.apply(claim.outcomeType());
        List<Issued> issued = new SessionReplay(contract, under).replay(records);
        boolean waited =
                issued.stream().noneMatch(one -> !one.decision().file().asOf().isAfter(claim.occurredAt()));
        if (waited) {
            Hold hold = new Hold(
                    key,
                    contract,
                    claim.occurredAt(),
                    adjudication.highest(claim),
                    adjudication.month(claim.occurredAt()));
            events.add(new Event(claim.occurredAt(), key, 0, ledger -> ledger.hold(hold)));
        }
        issued.forEach(one -> events.add(new Event(
                one.decision().file().asOf(), key, one.number(), ledger -> ledger.charge(one.charge(key, contract)))));
    }

    Statement statement() {
        PaperLedger ledger = new PaperLedger(agreement);
        Instant end = Period.ofMonth(period, governing(period).zone()).to();
        events.stream()
                .sorted(Comparator.comparing(Event::at)
                        .thenComparingLong(Event::claim)
                        .thenComparingInt(Event::number))
                .forEach(event -> event.booking().accept(ledger));
        ledger.advance(end);
        return draft(ledger, period);
    }

    private Statement draft(PaperLedger ledger, YearMonth month) {
        ContractVersion governing = governing(month);
        return Draft.of(agreement, governing, month, ledger.books(month), earlierInYear(ledger, governing, month));
    }

    private BigDecimal earlierInYear(PaperLedger ledger, ContractVersion governing, YearMonth month) {
        boolean annual = governing
                .commercial()
                .minimum()
                .filter(minimum -> minimum.every() == Every.YEAR)
                .isPresent();
        long since = annual ? ChronoUnit.MONTHS.between(Agreement.firstMonth(governing), month) % 12 : 0;
        return Stream.iterate(month.minusMonths(1), earlier -> earlier.minusMonths(1))
                .limit(since)
                .map(earlier -> draft(ledger, earlier).outcomes())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ContractVersion governing(YearMonth month) {
        return agreement.governing(month).orElseThrow();
    }
}
