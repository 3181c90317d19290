package io.adjudicator.adjudication;

import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.JustStored;
import io.adjudicator.intake.Receipt;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.Register;
import io.adjudicator.intake.StoredSession;
import io.adjudicator.window.CohortId;
import io.adjudicator.window.CohortStatus;
import io.adjudicator.window.Windows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives claims and evidence, and settles cohorts. Everything that happens to a session happens under its lock, in one transaction with
 * the decisions that follow from it, so two replicas behave as one.
 */
@Service
public class Adjudicator {

    /** A page is decided in about a second, so that a crash repeats little and no lock is held for long. */
    private static final int WINDOWS_PER_PAGE = 2_000;

    /** Senders of the same new records in different orders can make the database break a deadlock; the loser tries again. */
    private static final int ATTEMPTS = 5;

    private final Contracts contracts;
    private final Reception reception;
    private final Register register;
    private final Windows windows;
    private final SessionDesk desk;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Adjudicator(
            Contracts contracts,
            Reception reception,
            Register register,
            Windows windows,
            SessionDesk desk,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.contracts = contracts;
        this.reception = reception;
        this.register = register;
        this.windows = windows;
        this.desk = desk;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes in a batch, each record for itself: the receipts are in the order of the records. Nothing of a rejected record is stored; a
     * repeat changes nothing. What is certain is decided before this returns; all else waits for its window.
     */
    public List<Receipt> receive(List<Received> batch) {
        contracts.refresh();
        List<Receipt> receipts = inTransaction(() -> reception.receive(batch, now()));
        events.publishEvent(new CohortsJoined());
        return receipts;
    }

    /** Decides one page of a cohort's windows that are due. Safe to repeat, at any time and by anybody. */
    public Settled settle(CohortId cohort) {
        contracts.refresh();
        Instant now = now();
        int decided = inTransaction(() -> settlePage(cohort, now));
        CohortStatus status = windows.finish(cohort, now);
        return new Settled(decided, status.moreDue(), status.nextClosesAt());
    }

    /** As PostgreSQL keeps it, so that what was just stored and what is read back are the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private int settlePage(CohortId cohort, Instant now) {
        Set<Long> due = windows.sessionsDue(cohort, now, WINDOWS_PER_PAGE);
        List<StoredSession> locked = register.lockByKey(due);
        return desk.advance(locked, register.recordsOf(locked, JustStored.NOTHING), JustStored.NOTHING, now);
    }

    private <T> T inTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = transaction.execute(status -> work.get());
                if (result == null) {
                    throw new IllegalStateException("expected a result of the transaction, but got none");
                }
                return result;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
