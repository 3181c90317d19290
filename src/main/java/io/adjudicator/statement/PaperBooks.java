package io.adjudicator.statement;

import io.adjudicator.adjudication.Adjudication;
import io.adjudicator.adjudication.Adjudications;
import io.adjudicator.adjudication.Issued;
import io.adjudicator.adjudication.SessionReplay;
import io.adjudicator.contract.CommercialTerms.Every;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.Received;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.Agreement;
import io.adjudicator.ledger.Hold;
import io.adjudicator.ledger.PaperLedger;
import io.adjudicator.rules.RuleSets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One customer's books on paper: sessions are decided, booked in event time and drafted as statements by the code of the service, without a
 * database. No month is ever closed here, so a correction stands where the contract puts it. Holds all sessions in memory.
 */
public final class PaperBooks {

    private final Agreement agreement;
    private final Adjudications adjudications;
    private final List<Event> events = new ArrayList<>();
    private long claims;

    /** Something that is booked at an instant. */
    private record Event(Instant at, long claim, int number, Consumer<PaperLedger> booking) {}

    public PaperBooks(Agreement agreement, RuleSets ruleSets) {
        this.agreement = agreement;
        this.adjudications = new Adjudications(ruleSets);
    }

    /** Decides everything that happened in one session, whose records are in event time, and keeps it for booking. */
    public void session(ContractVersion contract, List<Received> records) {
        Function<OutcomeType, Adjudication> under = adjudications.under(contract);
        Map<SourceId, List<Issued>> byClaim = new LinkedHashMap<>();
        for (Issued one : new SessionReplay(contract, under).replay(records)) {
            byClaim.computeIfAbsent(one.claim().identity(), _ -> new ArrayList<>())
                    .add(one);
        }
        byClaim.values().forEach(issued -> book(contract, under, issued));
    }

    private void book(ContractVersion contract, Function<OutcomeType, Adjudication> under, List<Issued> issued) {
        long key = ++claims;
        Claim claim = issued.getFirst().claim();
        boolean waited =
                issued.stream().noneMatch(one -> !one.decision().file().asOf().isAfter(claim.occurredAt()));
        if (waited) {
            Adjudication adjudication = under.apply(claim.outcomeType());
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

    /** What the month comes to. Only for a month of the agreement. */
    public Statement statement(YearMonth period) {
        PaperLedger ledger = new PaperLedger(agreement);
        events.stream()
                .sorted(Comparator.comparing(Event::at)
                        .thenComparingLong(Event::claim)
                        .thenComparingInt(Event::number))
                .forEach(event -> event.booking().accept(ledger));
        ledger.advance(Period.ofMonth(period, governing(period).zone()).to());
        return draft(ledger, period, earlierInYear(ledger, period));
    }

    private Statement draft(PaperLedger ledger, YearMonth month, BigDecimal earlierInYear) {
        return Draft.of(agreement, governing(month), month, ledger.books(month), earlierInYear);
    }

    private BigDecimal earlierInYear(PaperLedger ledger, YearMonth month) {
        ContractVersion governing = governing(month);
        boolean annual = governing
                .commercial()
                .minimum()
                .filter(minimum -> minimum.every() == Every.YEAR)
                .isPresent();
        long since = annual ? ChronoUnit.MONTHS.between(Agreement.firstMonth(governing), month) % 12 : 0;
        return Stream.iterate(month.minusMonths(1), earlier -> earlier.minusMonths(1))
                .limit(since)
                .map(earlier -> draft(ledger, earlier, BigDecimal.ZERO).outcomes())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ContractVersion governing(YearMonth month) {
        return agreement
                .governing(month)
                .orElseThrow(
                        () -> new IllegalStateException("expected a contract in " + month + ", but there is none"));
    }
}
