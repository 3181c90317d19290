package io.adjudicator.ledger;

import io.adjudicator.kernel.Amount;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Period;
import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * One customer's grants in a transaction: issues what the contract grants, pays from them in burn order, and lets them lapse or roll over.
 * Its time is that of the outcomes, so that what was decided late is paid by the credits of its own time.
 */
final class Credits {

    private final CustomerId customer;
    private final Agreement agreement;
    private final GrantSchedule schedule;
    private final Journal journal;
    private final List<Credit> credits;
    private final ToLongFunction<CreditGrant> register;
    private final UnaryOperator<YearMonth> openMonth;

    /**
     * @param register keeps the terms of a new grant and answers its key
     * @param openMonth the first month not before the given one that is not closed
     */
    Credits(
            CustomerId customer,
            Agreement agreement,
            Journal journal,
            List<Credit> credits,
            ToLongFunction<CreditGrant> register,
            UnaryOperator<YearMonth> openMonth) {
        this.customer = customer;
        this.agreement = agreement;
        this.schedule = new GrantSchedule(customer, agreement);
        this.journal = journal;
        this.credits = new ArrayList<>(credits);
        this.credits.sort(Credit.BURN_ORDER);
        this.register = register;
        this.openMonth = openMonth;
    }

    List<Credit> all() {
        return credits;
    }

    /** Issues everything that the contract grants up to this instant, and lets lapse what ended before it. */
    void advance(Instant to) {
        for (GrantSchedule.Due due : schedule.upTo(to)) {
            grant(due.grant(), due.amount(), due.month());
        }
        retire(to);
    }

    /** Does nothing if this source has granted before. */
    void grant(CreditGrant grant, Amount amount, YearMonth month) {
        grant(grant, amount, month, grant.source());
    }

    /** @param note why it was granted */
    void grant(CreditGrant grant, Amount amount, YearMonth month, String note) {
        if (bySource(grant.source()).isEmpty()) {
            Credit credit = opened(grant);
            Legs legs = legs(EntryKind.GRANTED, month, note);
            legs.post(Account.ISSUED, amount);
            post(legs, credit, Account.GRANT, amount.negated());
        }
    }

    private Credit opened(CreditGrant grant) {
        Credit credit = new Credit(
                register.applyAsLong(grant), grant, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        credits.add(credit);
        credits.sort(Credit.BURN_ORDER);
        return credit;
    }

    /** Keeps up to an amount in burn order; answers what no grant covers. */
    BigDecimal hold(Legs legs, Amount amount, Instant occurredAt) {
        BigDecimal rest = amount.number();
        for (Credit credit : List.copyOf(credits)) {
            if (rest.signum() > 0 && credit.paysFor(amount.unit(), occurredAt)) {
                Amount part = new Amount(credit.available().min(rest), amount.unit());
                post(legs, credit, Account.GRANT, part);
                post(legs, credit, Account.GRANT_HELD, part.negated());
                rest = rest.subtract(part.number());
            }
        }
        return rest;
    }

    /** Pays up to an amount: from what was held for it, then in burn order; answers what no grant covers. */
    BigDecimal draw(Legs legs, Amount amount, Instant occurredAt, Preference held) {
        BigDecimal rest = amount.number();
        for (Preference.Key key : List.copyOf(held.held().keySet())) {
            if (key.unit().equals(amount.unit())) {
                rest = rest.subtract(take(legs, byKey(key.grant()), held.take(key, rest), amount.unit()));
            }
        }
        for (Credit credit : credits) {
            if (rest.signum() > 0 && credit.paysFor(amount.unit(), occurredAt)) {
                rest = rest.subtract(take(legs, credit, rest, amount.unit()));
            }
        }
        return rest;
    }

    private static BigDecimal take(Legs legs, Credit credit, BigDecimal most, Unit unit) {
        BigDecimal part = credit.available().min(most);
        if (part.signum() > 0) {
            post(legs, credit, Account.GRANT, new Amount(part, unit));
            credit.use(part);
        }
        return part;
    }

    /** Follows a posting that mirrors an earlier one on a grant's account. */
    void mirror(Standing earlier, long grant) {
        Credit credit = byKey(grant);
        BigDecimal amount = earlier.posting().amount().negated().number();
        credit.post(earlier.posting().account(), amount);
        if (earlier.kind() == EntryKind.CHARGED) {
            credit.use(amount);
        }
    }

    /** Gives back up to an amount to what it was paid by, the last burned first; answers what no grant paid. */
    BigDecimal giveBack(Legs legs, Amount amount, Instant occurredAt) {
        BigDecimal rest = amount.number();
        for (Credit credit : credits.reversed()) {
            BigDecimal part = credit.used().min(rest);
            if (part.signum() > 0 && credit.isFor(amount.unit(), occurredAt)) {
                post(legs, credit, Account.GRANT, new Amount(part.negate(), amount.unit()));
                credit.use(part.negate());
                rest = rest.subtract(part);
            }
        }
        return rest;
    }

    /** What is left of grants that ended by this instant rolls over, as far as agreed, or lapses. */
    void retire(Instant at) {
        for (Optional<Credit> lapsed = lapsed(at); lapsed.isPresent(); lapsed = lapsed(at)) {
            retire(lapsed.get());
        }
    }

    private Optional<Credit> lapsed(Instant at) {
        return credits.stream().filter(credit -> credit.lapsedBy(at)).findFirst();
    }

    private void retire(Credit credit) {
        Instant end = credit.grant().expiresAt().orElseThrow();
        YearMonth month = monthBefore(end);
        BigDecimal rolled = rollable(credit, end);
        if (rolled.signum() > 0) {
            roll(credit, month, new Amount(rolled, credit.grant().unit()));
        }
        if (credit.available().signum() > 0) {
            Amount rest = new Amount(credit.available(), credit.grant().unit());
            Legs legs = legs(EntryKind.EXPIRED, month, credit.grant().source());
            post(legs, credit, Account.GRANT, rest);
            legs.post(Account.EXPIRED, rest.negated());
        }
    }

    /** The limit is on all that goes on into a month: what was used of it meanwhile makes no room for more. */
    private BigDecimal rollable(Credit credit, Instant end) {
        if (credit.grant().rolloverLimit().isEmpty() || !agreement.inForce(end)) {
            return BigDecimal.ZERO;
        }
        BigDecimal there = bySource(rolloverSource(credit, monthBefore(end).plusMonths(1)))
                .map(Credit::rolledIn)
                .orElse(BigDecimal.ZERO);
        return credit.grant()
                .rolloverLimit()
                .get()
                .subtract(there)
                .min(credit.available())
                .max(BigDecimal.ZERO);
    }

    /** What was carried over is older than the next month's own credits, so it is used before them. */
    private void roll(Credit credit, YearMonth month, Amount amount) {
        YearMonth nextMonth = month.plusMonths(1);
        String source = rolloverSource(credit, nextMonth);
        Credit next = bySource(source)
                .orElseGet(() -> opened(new CreditGrant(
                        customer,
                        source,
                        CreditGrant.ROLLOVER,
                        credit.grant().unit(),
                        credit.grant().priority(),
                        credit.grant().validFrom(),
                        Optional.of(Period.ofMonth(
                                        nextMonth,
                                        agreement.versions().getLast().zone())
                                .to()),
                        credit.grant().rolloverLimit(),
                        Period.ofMonth(month, agreement.versions().getLast().zone())
                                .from())));
        Legs out = legs(EntryKind.ROLLED_OUT, month, credit.grant().source());
        post(out, credit, Account.GRANT, amount);
        out.post(Account.ROLLED, amount.negated());
        Legs in = legs(EntryKind.ROLLED_IN, nextMonth, source);
        in.post(Account.ROLLED, amount);
        post(in, next, Account.GRANT, amount.negated());
        next.rollIn(amount.number());
    }

    /** All that one plan carries into a month stands in one grant. */
    private static String rolloverSource(Credit credit, YearMonth month) {
        String source = credit.grant().source();
        return "rollover/" + source.replaceFirst("^rollover/", "").replaceFirst("/[0-9-]+$", "") + "/" + month;
    }

    private YearMonth monthBefore(Instant end) {
        return YearMonth.from(
                end.minusNanos(1).atZone(agreement.versions().getLast().zone()));
    }

    /** Takes back what is left of a grant, but not what is held. */
    void takeBack(Credit credit, YearMonth month, String note) {
        if (credit.available().signum() > 0) {
            Amount left = new Amount(credit.available(), credit.grant().unit());
            Legs legs = legs(EntryKind.VOIDED, month, note);
            post(legs, credit, Account.GRANT, left);
            legs.post(Account.VOIDED, left.negated());
        }
    }

    Optional<Credit> bySource(String source) {
        return credits.stream()
                .filter(credit -> credit.grant().source().equals(source))
                .findFirst();
    }

    Credit byKey(long key) {
        return credits.stream()
                .filter(credit -> credit.key() == key)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("expected grant " + key + " of " + customer + ", but there is none"));
    }

    private static void post(Legs legs, Credit credit, Account account, Amount amount) {
        legs.post(account, amount, credit.key());
        credit.post(account, amount.number());
    }

    private Legs legs(EntryKind kind, YearMonth month, String note) {
        return new Legs(
                journal.entry(customer, kind, openMonth.apply(month), note), Optional.empty(), new ArrayList<>());
    }
}
