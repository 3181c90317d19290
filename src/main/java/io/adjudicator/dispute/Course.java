package io.adjudicator.dispute;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.contract.DisputeTerms;
import io.adjudicator.credit.CreditKind;
import io.adjudicator.credit.CreditRequest;
import io.adjudicator.credit.CreditReview;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.kernel.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows in a dispute without anybody doing it: new evidence is judged, deadlines pass, answers come into effect. Each method moves
 * a locked dispute on from where it stands, in the caller's transaction, so that doing it again finds it moved.
 */
@Component
class Course {

    private final DisputeStore store;
    private final DisputeReadStore reads;
    private final Remedies remedies;
    private final Moves moves;
    private final Cases cases;
    private final CreditReviews credits;
    private final TransactionTemplate savepoint;

    Course(
            DisputeStore store,
            DisputeReadStore reads,
            Remedies remedies,
            Moves moves,
            Cases cases,
            CreditReviews credits,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.reads = reads;
        this.remedies = remedies;
        this.moves = moves;
        this.cases = cases;
        this.credits = credits;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Dispute locked(CaseId id) {
        if (!store.lock(id)) {
            throw new IllegalStateException("expected a dispute, but " + id + " is none");
        }
        return reads.find(id).orElseThrow();
    }

    /** What new evidence settles within the contract's limit needs nobody; everything else a reviewer looks at. */
    Dispute readjudicate(Dispute dispute, Instant now) {
        if (dispute.standing().state() != DisputeState.RAISED) {
            return dispute;
        }
        BigDecimal limit = moves.terms(dispute).autoAcceptUpTo();
        Tried tried = attempt(
                () -> remedies.readjudicate(dispute, now),
                effects -> limit.signum() > 0
                        && GoesBack.of(effects, dispute.unit()).within(limit)
                        && settlesAll(dispute, effects));
        if (!tried.effects().isEmpty()) {
            record(dispute, tried.effects(), "readjudicated", now);
        }
        if (tried.kept()) {
            store.insertEffects(dispute.id(), tried.effects());
            moves.settle(dispute, DisputeState.ACCEPTED, now);
        } else {
            moves.to(dispute, dispute.standing().to(DisputeState.IN_REVIEW), now);
        }
        return reads.find(dispute.id()).orElseThrow();
    }

    Dispute proceed(Dispute dispute, Instant now) {
        switch (dispute.standing().state()) {
            case WAITING -> {
                if (!now.isBefore(dispute.standing().waitUntil().orElseThrow())) {
                    return proceed(deadlinePassed(dispute, now), now);
                }
            }
            case ANSWERED -> follow(dispute, now);
            case IN_CREDIT_REVIEW -> afterCredit(dispute, now);
            case RAISED, IN_REVIEW, ACCEPTED, UPHELD, REJECTED, SPLIT, UNDECIDABLE, WITHDRAWN -> {}
        }
        return reads.find(dispute.id()).orElseThrow();
    }

    /** What the reviewer who asked said would hold; they answer for it. */
    private Dispute deadlinePassed(Dispute dispute, Instant now) {
        Answered asked = dispute.latestAnswer();
        Standing next = dispute.standing().again(now, moves.terms(dispute));
        cases.record(dispute.id(), CaseEvent.bySystem(now, "evidence_deadline_passed", Map.of()));
        Optional<Answer> otherwise = asked.answer() instanceof Answer.Asked wanted
                ? wanted.otherwise().map(word -> switch (word) {
                    case UPHELD -> new Answer.Upheld("Nothing came in time: " + wanted.reason(), Optional.empty());
                    case REJECTED -> new Answer.Rejected("Nothing came in time: " + wanted.reason());
                })
                : Optional.empty();
        otherwise.ifPresent(answer ->
                store.insertAnswer(dispute.id(), new Answered(next.round(), answer, asked.by(), asked.byName(), now)));
        moves.to(dispute, otherwise.isPresent() ? next.to(DisputeState.ANSWERED) : next, now);
        return reads.find(dispute.id()).orElseThrow();
    }

    /** Puts the answer into effect, or asks finance first if it gives back more than the contract lets a reviewer give. */
    private void follow(Dispute dispute, Instant now) {
        DisputeTerms terms = moves.terms(dispute);
        Answered answered = dispute.latestAnswer();
        Tried tried = attempt(
                () -> remedies.follow(dispute, answered, now),
                effects -> GoesBack.of(effects, dispute.unit()).within(terms.approvalOver()));
        if (tried.kept()) {
            settle(dispute, answered, tried.effects(), now);
            return;
        }
        GoesBack back = GoesBack.of(tried.effects(), dispute.unit());
        CaseId credit =
                new CaseId(new SourceId(dispute.id().value(), Integer.toString(answered.round())).derived("crv"));
        Set<String> parties = new TreeSet<>(dispute.parties());
        parties.add(dispute.raisedBy());
        credits.request(new CreditRequest(
                credit,
                CreditKind.DISPUTE,
                dispute.customer(),
                Optional.empty(),
                Optional.of(dispute.id()),
                back.amount(),
                back.foreign() ? withoutLimits(terms) : terms,
                answered.answer().reason(),
                answered.by(),
                answered.byName(),
                parties,
                now));
        moves.to(dispute, dispute.standing().inCreditReview(credit), now);
    }

    /** The contract's limits say nothing of another unit, so nobody gives it back alone. */
    private static DisputeTerms withoutLimits(DisputeTerms terms) {
        return new DisputeTerms(
                terms.clause(),
                terms.raiseWithin(),
                terms.firstAnswer(),
                terms.evidenceWithin(),
                terms.reviewWithin(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private void afterCredit(Dispute dispute, Instant now) {
        CreditReview credit =
                credits.find(dispute.standing().credit().orElseThrow()).orElseThrow();
        switch (credit.state()) {
            case REQUESTED -> {}
            case APPROVED -> post(dispute, credit, now);
            case REJECTED -> {
                CreditReview.Approval why = credit.rejection().orElseThrow();
                cases.record(
                        dispute.id(),
                        new CaseEvent(
                                why.at(),
                                why.by(),
                                why.byName(),
                                "credit_rejected",
                                why.reason(),
                                Map.of("credit", credit.id().value())));
                moves.to(dispute, dispute.standing().again(now, moves.terms(dispute)), now);
            }
            case WITHDRAWN, POSTED ->
                throw new IllegalStateException("expected credit " + credit.id() + " to wait for dispute "
                        + dispute.id() + ", but it is " + credit.state());
        }
    }

    /** Exactly what was approved, or less: if outcomes moved meanwhile so that more would go back, a reviewer looks again. */
    private void post(Dispute dispute, CreditReview credit, Instant now) {
        Answered answered = dispute.latestAnswer();
        Predicate<List<Effect>> asApproved = effects -> {
            GoesBack back = GoesBack.of(effects, dispute.unit());
            return back.nothing()
                    || (back.amount().unit().equals(credit.amount().unit())
                            && back.amount().number().compareTo(credit.amount().number()) <= 0);
        };
        Tried tried = attempt(() -> remedies.follow(dispute, answered, now), asApproved);
        if (tried.kept()) {
            credits.posted(credit.id(), now);
            settle(dispute, answered, tried.effects(), now);
        } else {
            record(dispute, tried.effects(), "amount_changed", now);
            credits.withdraw(credit.id(), now);
            moves.to(dispute, dispute.standing().again(now, moves.terms(dispute)), now);
        }
    }

    private void settle(Dispute dispute, Answered answered, List<Effect> effects, Instant now) {
        store.insertEffects(dispute.id(), effects);
        if (!effects.isEmpty()) {
            record(dispute, effects, "decisions_superseded", now);
        }
        moves.settle(
                dispute,
                switch (answered.answer()) {
                    case Answer.Upheld _ -> DisputeState.UPHELD;
                    case Answer.Rejected _ -> DisputeState.REJECTED;
                    case Answer.Split _ -> DisputeState.SPLIT;
                    case Answer.Undecidable _ -> DisputeState.UNDECIDABLE;
                    case Answer.Asked asked ->
                        throw new IllegalStateException("expected an answer, but got a question: " + asked.reason());
                },
                now);
    }

    private void record(Dispute dispute, List<Effect> effects, String what, Instant now) {
        GoesBack back = GoesBack.of(effects, dispute.unit());
        long changed = effects.stream()
                .filter(effect -> !effect.verdictBefore().equals(effect.verdictAfter()))
                .count();
        cases.record(
                dispute.id(),
                CaseEvent.bySystem(
                        now,
                        what,
                        Map.of(
                                "changed",
                                Long.toString(changed),
                                "goesBack",
                                back.amount().toString())));
    }

    private static boolean settlesAll(Dispute dispute, List<Effect> effects) {
        Set<String> settled = new TreeSet<>();
        for (Effect effect : effects) {
            boolean freed = effect.verdictBefore().equals("BILLABLE")
                    && !effect.verdictAfter().equals("BILLABLE");
            if ((freed || effect.charged().number().signum() < 0)
                    && !effect.verdictAfter().equals("NEEDS_REVIEW")) {
                settled.add(effect.outcomeId());
            }
        }
        return dispute.outcomes().stream().map(Disputed::outcomeId).allMatch(settled::contains);
    }

    /**
     * What an attempt came to.
     *
     * @param kept whether it was left in effect
     */
    private record Tried(List<Effect> effects, boolean kept) {}

    /** Does it, and takes it back where it is not good enough: what is weighed is what would happen (design law 11). */
    private Tried attempt(Supplier<List<Effect>> work, Predicate<List<Effect>> goodEnough) {
        return Objects.requireNonNull(savepoint.execute(status -> {
            List<Effect> effects = work.get();
            boolean kept = goodEnough.test(effects);
            if (!kept) {
                status.setRollbackOnly();
            }
            return new Tried(effects, kept);
        }));
    }
}
