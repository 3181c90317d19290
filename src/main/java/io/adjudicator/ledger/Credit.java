package io.adjudicator.ledger;

import io.adjudicator.kernel.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** A grant as it stands in a transaction: its terms, and what of it is left and held. */
final class Credit {

    /** Burn order: priority, then what expires first (never last), then the older, then the key. */
    static final Comparator<Credit> BURN_ORDER = Comparator.comparingInt((Credit credit) -> credit.grant.priority())
            .thenComparing(credit -> credit.grant.expiresAt().orElse(Instant.MAX))
            .thenComparing(credit -> credit.grant.createdAt())
            .thenComparingLong(credit -> credit.key);

    private final long key;
    private final CreditGrant grant;
    private BigDecimal available;
    private BigDecimal held;
    private BigDecimal used;
    private BigDecimal rolledIn;

    /**
     * @param used what it paid for outcomes, less what came back
     * @param rolledIn all that was ever carried into it, whether or not it is still there
     */
    Credit(long key, CreditGrant grant, BigDecimal available, BigDecimal held, BigDecimal used, BigDecimal rolledIn) {
        this.key = key;
        this.grant = grant;
        this.available = available;
        this.held = held;
        this.used = used;
        this.rolledIn = rolledIn;
    }

    long key() {
        return key;
    }

    CreditGrant grant() {
        return grant;
    }

    BigDecimal available() {
        return available;
    }

    BigDecimal held() {
        return held;
    }

    BigDecimal rolledIn() {
        return rolledIn;
    }

    void rollIn(BigDecimal amount) {
        rolledIn = rolledIn.add(amount);
    }

    BigDecimal used() {
        return used;
    }

    /** Says that a posting on it, which is made besides, pays for an outcome or gives back what had paid. */
    void use(BigDecimal amount) {
        used = used.add(amount);
    }

    boolean paysFor(Unit unit, Instant occurredAt) {
        return available.signum() > 0 && isFor(unit, occurredAt);
    }

    boolean isFor(Unit unit, Instant occurredAt) {
        return grant.unit().equals(unit)
                && !occurredAt.isBefore(grant.validFrom())
                && grant.expiresAt().filter(end -> !occurredAt.isBefore(end)).isEmpty();
    }

    boolean lapsedBy(Instant at) {
        Optional<Instant> end = grant.expiresAt();
        return available.signum() > 0 && end.isPresent() && !end.get().isAfter(at);
    }

    /** A posting on one of its two accounts, whose balances are credits: a debit takes, a credit gives. */
    void post(Account account, BigDecimal amount) {
        if (account == Account.GRANT) {
            available = notBelowZero(available.subtract(amount));
        } else {
            held = notBelowZero(held.subtract(amount));
        }
    }

    private BigDecimal notBelowZero(BigDecimal balance) {
        if (balance.signum() < 0) {
            throw new IllegalStateException("expected grant " + key + " not to fall below zero, but got " + balance);
        }
        return balance;
    }
}
