package io.adjudicator.adjudication;

import io.adjudicator.adjudication.SessionFile.ClaimEntry;
import io.adjudicator.adjudication.SessionFile.EvidenceEntry;
import io.adjudicator.adjudication.SessionFile.Standing;
import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.intake.Claim;
import io.adjudicator.intake.JustStored;
import io.adjudicator.intake.SessionRecords;
import io.adjudicator.intake.StoredClaim;
import io.adjudicator.intake.StoredSession;
import io.adjudicator.kernel.OutcomeType;
import io.adjudicator.kernel.SourceId;
import io.adjudicator.ledger.Booked;
import io.adjudicator.ledger.Hold;
import io.adjudicator.ledger.Ledger;
import io.adjudicator.ledger.OpenMonths;
import io.adjudicator.rules.RuleSets;
import io.adjudicator.window.CohortId;
import io.adjudicator.window.OpenWindow;
import io.adjudicator.window.WindowRule;
import io.adjudicator.window.Windows;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes locked sessions from the shelf, asks the docket what is to be decided, and writes it down. */
@Component
class SessionDesk {

    private final Contracts contracts;
    private final RuleSets ruleSets;
    private final Windows windows;
    private final DecisionStore decisions;
    private final RulingStore rulings;
    private final Ledger ledger;
    private final DecisionMeters meters;
    private final ApplicationEventPublisher events;

    SessionDesk(
            Contracts contracts,
            RuleSets ruleSets,
            Windows windows,
            DecisionStore decisions,
            RulingStore rulings,
            Ledger ledger,
            DecisionMeters meters,
            ApplicationEventPublisher events) {
        this.contracts = contracts;
        this.ruleSets = ruleSets;
        this.windows = windows;
        this.decisions = decisions;
        this.rulings = rulings;
        this.ledger = ledger;
        this.meters = meters;
        this.events = events;
    }

    /**
     * Decides what is due in sessions that the caller has locked, and returns how many decisions that made.
     *
     * @param records everything on record of these sessions
     * @param stored what of it came only now
     */
    int advance(Collection<StoredSession> locked, SessionRecords records, JustStored stored, Instant now) {
        if (locked.isEmpty()) {
            return 0;
        }
        List<Long> known = locked.stream()
                .filter(session -> !session.isNew())
                .map(StoredSession::sessionKey)
                .toList();
        Map<Long, Standing> standing = known.isEmpty() ? Map.of() : decisions.standing(known);
        Map<Long, List<Ruling>> ruled = standing.isEmpty() ? Map.of() : rulings.ofSessions(known);
        OpenMonths months = ledger.openMonths(
                locked.stream().map(session -> session.name().customer()).collect(Collectors.toSet()));
        Set<Long> newClaims =
                stored.claims().stream().map(StoredClaim::claimKey).collect(Collectors.toSet());
        Pass pass = new Pass(records, standing, ruled, months, newClaims, now);
        locked.stream().filter(session -> !records.claimsOf(session).isEmpty()).forEach(pass::advance);
        write(pass);
        return pass.decided.size();
    }

    /** One transaction's work: what it writes is gathered over many sessions, so that each table is touched once. */
    private final class Pass {

        private final SessionRecords records;
        private final Map<Long, Standing> standing;
        private final Map<Long, List<Ruling>> ruled;
        private final OpenMonths months;
        private final Set<Long> newClaims;
        private final Instant now;
        private final Adjudications adjudications = new Adjudications(ruleSets);
        private final List<DecisionStore.Row> decided = new ArrayList<>();
        private final List<OpenWindow> opened = new ArrayList<>();
        private final List<Booked> happened = new ArrayList<>();

        Pass(
                SessionRecords records,
                Map<Long, Standing> standing,
                Map<Long, List<Ruling>> ruled,
                OpenMonths months,
                Set<Long> newClaims,
                Instant now) {
            this.records = records;
            this.standing = standing;
            this.ruled = ruled;
            this.months = months;
            this.newClaims = newClaims;
            this.now = now;
        }

        void advance(StoredSession session) {
            ContractVersion contract = contracts.byDigest(session.contract()
                    .orElseThrow(() -> new IllegalStateException("expected session " + session.sessionKey()
                            + " with claims to be bound to a contract, but it is not")));
            Function<OutcomeType, Adjudication> underContract = adjudications.under(contract);
            Docket.Agenda agenda = Docket.advance(file(session, contract), underContract, now);
            Map<SourceId, Long> keys = records.claimsOf(session).stream()
                    .collect(Collectors.toMap(stored -> stored.claim().identity(), StoredClaim::claimKey));
            agenda.issued().forEach(issued -> decide(contract, claimKey(keys, issued.claim()), issued));
            agenda.stillOpen()
                    .forEach(open -> open(contract, session, claimKey(keys, open.claim()), open, underContract));
        }

        private void decide(ContractVersion contract, long claimKey, Issued issued) {
            Issued booked = issued.bookedIn(months.from(contract.customer(), issued.bookedIn()));
            decided.add(new DecisionStore.Row(claimKey, booked));
            happened.add(booked.charge(claimKey, contract));
        }

        private void open(
                ContractVersion contract,
                StoredSession session,
                long claimKey,
                Docket.StillOpen open,
                Function<OutcomeType, Adjudication> underContract) {
            opened.add(window(contract, session, claimKey, open));
            if (newClaims.contains(claimKey)) {
                Adjudication adjudication = underContract.apply(open.claim().outcomeType());
                Instant occurredAt = open.claim().occurredAt();
                YearMonth month = months.from(contract.customer(), adjudication.month(occurredAt));
                happened.add(new Hold(
                        claimKey,
                        open.claim().outcomeId(),
                        contract,
                        occurredAt,
                        adjudication.highest(open.claim()),
                        month));
            }
        }

        private SessionFile file(StoredSession session, ContractVersion contract) {
            return new SessionFile(
                    contract,
                    records.claimsOf(session).stream()
                            .map(stored -> new ClaimEntry(
                                    stored.claim(),
                                    Optional.ofNullable(standing.get(stored.claimKey())),
                                    ruled.getOrDefault(stored.claimKey(), List.of())))
                            .toList(),
                    records.evidenceOf(session).stream()
                            .map(stored ->
                                    new EvidenceEntry(stored.evidence(), stored.evidenceKey(), stored.recordedAt()))
                            .toList());
        }
    }

    private static long claimKey(Map<SourceId, Long> keys, Claim claim) {
        return Objects.requireNonNull(keys.get(claim.identity()), "claim without a row");
    }

    private static OpenWindow window(
            ContractVersion contract, StoredSession session, long claimKey, Docket.StillOpen open) {
        var terms = contract.terms(open.claim().outcomeType())
                .orElseThrow()
                .window()
                .on(open.claim().channel());
        Instant settlesAt = WindowRule.settlesAt(open.closesAt(), terms.settleEvery());
        CohortId cohort = CohortId.of(
                contract.customer(), contract.version(), open.claim().outcomeType(), settlesAt);
        return new OpenWindow(claimKey, session.sessionKey(), cohort, settlesAt, open.closesAt());
    }

    private void write(Pass pass) {
        if (!pass.decided.isEmpty()) {
            decisions.insert(pass.decided, pass.now);
            windows.close(pass.decided.stream().map(DecisionStore.Row::claimKey).toList());
            List<Issued> issued =
                    pass.decided.stream().map(DecisionStore.Row::issued).toList();
            whenCommitted(() -> {
                meters.issued(issued);
                DecisionLog.decided(issued);
            });
        }
        windows.open(pass.opened);
        if (!pass.happened.isEmpty()) {
            ledger.book(pass.happened, pass.months, pass.now);
        }
        if (!pass.decided.isEmpty()) {
            events.publishEvent(new DecisionsIssued(pass.decided.stream()
                    .map(row -> row.issued().decided(pass.now))
                    .toList()));
        }
    }

    /** What is rolled back, as a whole or to a savepoint, as in a try, is neither counted nor said. */
    private static void whenCommitted(Runnable telling) {
        TransactionSynchronizationManager.registerSynchronization(new Telling(telling));
    }

    private static final class Telling implements TransactionSynchronization {

        private final Runnable telling;
        private final Set<Object> later = new HashSet<>();
        private boolean undone;

        Telling(Runnable telling) {
            this.telling = telling;
        }

        @Override
        public void savepoint(Object savepoint) {
            later.add(savepoint);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            undone |= !later.contains(savepoint);
        }

        @Override
        public void afterCommit() {
            if (!undone) {
                telling.run();
            }
        }
    }
}
