package io.adjudicator.ledger;

import io.adjudicator.contract.CommercialTerms.Onboarding.CappedPilot;
import io.adjudicator.contract.RateTerms;
import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Unit;
import io.adjudicator.rating.Price;
import io.adjudicator.rating.Tariff;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One customer's credits and counts in a transaction: decides which postings an event makes. Pure but for the journal that it writes to.
 *
 * <p>A charge is paid by grants that were valid when the outcome occurred: those that were held for it first, then in burn order; the rest is
 * owed. Where the price depends on the month's count, an outcome adds what the count's price grows by; if one is taken back, its mirror image
 * and a re-rating posting together take what the price shrinks by.
 */
final class Book {

    private static final String PILOT = "capped_pilot";

    private final CustomerId customer;
    private final Journal journal;
    private final Credits credits;
    private final Map<Meter, Long> counts;
    private final List<Posting> charged = new ArrayList<>();

    Book(CustomerId customer, Journal journal, Credits credits, Map<Meter, Long> counts) {
        this.customer = customer;
        this.journal = journal;
        this.credits = credits;
        this.counts = counts;
    }

    /** Keeps the most that an outcome can cost; answers what stands of it. */
    List<Standing> hold(Hold hold) {
        credits.advance(hold.occurredAt());
        List<Posting> held = new ArrayList<>();
        Legs legs =
                new Legs(journal.entry(customer, EntryKind.HELD, hold.bookedIn(), ""), Optional.of(hold.claim()), held);
        Optional<CappedPilot> pilot = pilot(hold.contract().commercial().onboarding());
        boolean free = pilot.isPresent() && pilotHolds(legs, hold, pilot.get());
        if (!free) {
            Amount rest = new Amount(
                    credits.hold(legs, hold.most(), hold.occurredAt()),
                    hold.most().unit());
            if (rest.number().signum() > 0) {
                legs.post(Account.HELD, rest);
                legs.post(Account.PENDING, rest.negated());
            }
        }
        return held.stream()
                .map(posting -> new Standing(EntryKind.HELD, posting))
                .toList();
    }

    /** One free outcome; after the last, a pilot that needs a signature asks for nothing. */
    private boolean pilotHolds(Legs legs, Hold hold, CappedPilot pilot) {
        Amount one = new Amount(BigDecimal.ONE, CreditGrant.FREE_OUTCOME);
        return credits.hold(legs, one, hold.occurredAt()).signum() == 0 || !pilot.automatically();
    }

    /**
     * Books a decision: what stands of the claim, held or charged, is taken back by its mirror image, and what is due now is charged.
     *
     * @param standing everything of this claim that nothing has reversed
     * @return what stands of it now
     */
    List<Standing> charge(Charge charge, List<Standing> standing) {
        if (charge.undecided().isPresent()) {
            return keepHolding(charge, charge.undecided().get(), standing);
        }
        charged.clear();
        credits.advance(charge.occurredAt());
        Preference held = Preference.of(standing);
        for (Standing earlier : standing) {
            mirror(earlier, charge);
        }
        charge.price().ifPresent(price -> outcome(charge, price, held));
        for (Price fee : charge.fees()) {
            Line line = line(charge, Line.Kind.INTERACTION_FEE, fee.line(), Optional.empty());
            pay(charge, line, fee.amount(), held);
        }
        credits.retire(charge.asOf());
        return charged.stream()
                .map(posting -> new Standing(EntryKind.CHARGED, posting))
                .toList();
    }

    /** What is held stays held; what was charged is taken back and held again. */
    private List<Standing> keepHolding(Charge charge, Amount most, List<Standing> standing) {
        List<Standing> held =
                standing.stream().filter(one -> one.kind() == EntryKind.HELD).toList();
        if (held.size() == standing.size()) {
            return held;
        }
        standing.forEach(earlier -> mirror(earlier, charge));
        return hold(new Hold(
                charge.claim(), charge.outcome(), charge.contract(), charge.occurredAt(), most, charge.bookedIn()));
    }

    private void outcome(Charge charge, Price price, Preference held) {
        if (price.free().isPresent()) {
            post(charge, price, price.free(), price.amount(), held);
            return;
        }
        Optional<CappedPilot> pilot = pilot(charge.contract().commercial().onboarding());
        if (pilot.isPresent() && pilotPays(charge, price, pilot.get(), held)) {
            return;
        }
        post(charge, price, Optional.empty(), amount(charge, price), held);
    }

    private void post(Charge charge, Price price, Optional<String> free, Amount amount, Preference held) {
        pay(charge, line(charge, Line.Kind.OUTCOME, price.line(), free), amount, held);
    }

    private Amount amount(Charge charge, Price price) {
        if (!price.rate().byCount()) {
            return price.amount();
        }
        Meter meter = meter(charge, price.line());
        long before = counts.getOrDefault(meter, 0L);
        counts.put(meter, before + 1);
        return new Amount(Tariff.next(price.rate(), before), price.amount().unit());
    }

    /** Draws one free outcome; after the last, a pilot that needs a signature keeps all outcomes free. */
    private boolean pilotPays(Charge charge, Price price, CappedPilot pilot, Preference held) {
        Legs legs = legs(EntryKind.CHARGED, charge.bookedIn(), charge.claim());
        Amount one = new Amount(BigDecimal.ONE, CreditGrant.FREE_OUTCOME);
        boolean drawn = credits.draw(legs, one, charge.occurredAt(), held).signum() == 0;
        if (!drawn && pilot.automatically()) {
            return false;
        }
        if (drawn) {
            legs.post(Account.USED, one.negated());
        }
        legs.post(Account.FREE, price.amount());
        legs.charge(line(charge, Line.Kind.OUTCOME, price.line(), Optional.of(PILOT)), price.amount());
        return true;
    }

    private void pay(Charge charge, Line line, Amount amount, Preference held) {
        Legs legs = legs(EntryKind.CHARGED, charge.bookedIn(), charge.claim());
        settle(legs, charge, amount, held);
        legs.charge(line, amount);
    }

    /** By grants as far as they go; the rest is owed. A charge below zero only lowers what is owed: its mirror image must never have to draw. */
    private void settle(Legs legs, Charge charge, Amount amount, Preference held) {
        BigDecimal rest =
                amount.number().signum() > 0 ? credits.draw(legs, amount, charge.occurredAt(), held) : amount.number();
        owe(legs, rest, amount.unit());
    }

    private static void owe(Legs legs, BigDecimal rest, Unit unit) {
        if (rest.signum() != 0) {
            legs.post(Account.RECEIVABLE, new Amount(rest, unit));
        }
    }

    private void mirror(Standing earlier, Charge charge) {
        Posting posting = earlier.posting();
        EntryKind kind = earlier.kind() == EntryKind.HELD ? EntryKind.RELEASED : EntryKind.REVERSED;
        legs(kind, charge.bookedIn(), charge.claim()).mirror(posting);
        posting.grant().ifPresent(grant -> credits.mirror(earlier, grant));
        if (earlier.kind() == EntryKind.CHARGED) {
            posting.line().ifPresent(line -> uncount(charge, posting, line));
        }
    }

    /** The remaining outcomes cost what their number says, whichever of them was taken back. */
    private void uncount(Charge charge, Posting charged, Line line) {
        Optional<RateTerms> rate = rate(charge, line);
        if (rate.isEmpty()) {
            return;
        }
        Meter meter = meter(charge, line.name());
        long before = counts.getOrDefault(meter, 0L);
        counts.put(meter, before - 1);
        BigDecimal added = charged.amount().negated().number();
        BigDecimal rerate = added.subtract(Tariff.next(rate.get(), before - 1));
        if (rerate.signum() != 0) {
            Unit unit = charged.amount().unit();
            Legs legs = legs(EntryKind.RERATED, charge.bookedIn(), charge.claim());
            if (rerate.signum() > 0) {
                settle(legs, charge, new Amount(rerate, unit), Preference.NONE);
            } else {
                owe(
                        legs,
                        credits.giveBack(legs, new Amount(rerate.negate(), unit), charge.occurredAt())
                                .negate(),
                        unit);
            }
            legs.rerate(line, new Amount(rerate, unit));
        }
    }

    /** Of a line that is counted. */
    private static Optional<RateTerms> rate(Charge charge, Line line) {
        return line.kind() == Line.Kind.OUTCOME && line.free().isEmpty()
                ? charge.contract()
                        .terms(charge.outcomeType())
                        .flatMap(terms -> terms.price().rate(line.name()))
                        .filter(RateTerms::byCount)
                : Optional.empty();
    }

    private static Optional<CappedPilot> pilot(Optional<?> onboarding) {
        return onboarding.filter(CappedPilot.class::isInstance).map(CappedPilot.class::cast);
    }

    private static Meter meter(Charge charge, String line) {
        return new Meter(charge.contract().version(), charge.outcomeType(), line, charge.countsIn());
    }

    private static Line line(Charge charge, Line.Kind kind, String name, Optional<String> free) {
        return new Line(
                kind, charge.contract().version(), Optional.of(charge.outcomeType()), name, charge.countsIn(), free);
    }

    private Legs legs(EntryKind kind, YearMonth bookedIn, long claim) {
        return new Legs(
                journal.entry(customer, kind, bookedIn, ""),
                Optional.of(claim),
                kind == EntryKind.CHARGED ? charged : new ArrayList<>());
    }
}
