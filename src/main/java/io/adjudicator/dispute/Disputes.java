package io.adjudicator.dispute;

import io.adjudicator.access.Actor;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.NewCase;
import io.adjudicator.contract.Contracts;
import io.adjudicator.credit.CreditReviews;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import io.adjudicator.kernel.SourceId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections, what is brought to them, and their withdrawal; and shows where they stand. */
@Service
public class Disputes {

    private final DisputeStore store;
    private final DisputeReadStore reads;
    private final SelectionStore selections;
    private final Choosing choosing;
    private final Submissions submissions;
    private final Moves moves;
    private final Cases cases;
    private final CreditReviews credits;
    private final Contracts contracts;
    private final InstantSource clock;

    Disputes(
            DisputeStore store,
            DisputeReadStore reads,
            SelectionStore selections,
            Choosing choosing,
            Submissions submissions,
            Moves moves,
            Cases cases,
            CreditReviews credits,
            Contracts contracts,
            InstantSource clock) {
        this.store = store;
        this.reads = reads;
        this.selections = selections;
        this.choosing = choosing;
        this.submissions = submissions;
        this.moves = moves;
        this.cases = cases;
        this.credits = credits;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * What became of an objection.
     *
     * @param first whether it was raised now
     */
    public record Raised(Dispute dispute, boolean first) {}

    /** As one consistent picture. */
    @Transactional(readOnly = true)
    public Optional<Dispute> find(CaseId id) {
        return reads.find(id);
    }

    /** What its outcomes are like, by the time at which they occurred. */
    public List<Traits> traits(CaseId id) {
        return reads.traits(id);
    }

    /** The newest first, behind a place; at most {@code limit}. */
    public List<DisputeSummary> list(DisputeFilter filter, DisputePlace after, int limit) {
        return reads.list(filter, after, limit);
    }

    /** Raises it, once by its reference. Refuses what is too late, was disputed before, is not the customer's or not decided. */
    @Transactional
    public Raised raise(NewDispute asked, Actor by) {
        return raise(asked, OptionalInt.empty(), by);
    }

    /**
     * The same for somebody who saw a preview.
     *
     * @param expected how many decisions it said; with any other number nothing is raised
     */
    @Transactional
    public Raised raise(NewDispute asked, OptionalInt expected, Actor by) {
        contracts.refresh();
        refuseUnknown(asked.customer());
        CaseId id = new CaseId(new SourceId(asked.customer().value(), asked.reference()).derived("dsp"));
        Optional<Dispute> before = reads.find(id);
        if (before.isPresent()) {
            return repeated(before.get(), asked);
        }
        Instant now = now();
        Chosen chosen = choosing.choose(asked.customer(), asked.selection(), now);
        refuseOther(expected, chosen.outcomes().size());
        if (!store.insert(
                id, asked, chosen.contract().digest(), chosen.contract().unit().code(), chosen.drawn(), by, now)) {
            return repeated(reads.find(id).orElseThrow(), asked); // two callers raced with the same
        }
        keep(id, asked, chosen, by, now);
        open(id, asked, chosen, by, now);
        return new Raised(reads.find(id).orElseThrow(), true);
    }

    /** What a dispute would take if it were raised now; refuses what raising it would refuse to look at. */
    @Transactional(readOnly = true)
    public DisputePreview preview(CustomerId customer, Selection selection) {
        contracts.refresh();
        refuseUnknown(customer);
        return choosing.preview(customer, selection, now());
    }

    private void keep(CaseId id, NewDispute asked, Chosen chosen, Actor by, Instant now) {
        if (store.insertOutcomes(id, chosen.outcomes()) < chosen.outcomes().size()) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "disputed_before",
                    "",
                    "expected decisions that nobody disputed, but somebody did at the same time");
        }
        Set<String> outcomes =
                chosen.outcomes().stream().map(Disputed::outcomeId).collect(Collectors.toSet());
        store.insertParties(id, selections.rulersOf(outcomes));
        store.insertStanding(id, Standing.raised(now, chosen.contract().disputes()));
        submissions
                .read(id, outcomes, asked.evidence(), 0, by, now, "/evidence")
                .forEach(submission -> store.insertEvidence(id, submission));
    }

    private void open(CaseId id, NewDispute asked, Chosen chosen, Actor by, Instant now) {
        String about = chosen.outcomes().size() == 1
                ? chosen.outcomes().getFirst().outcomeId()
                : chosen.outcomes().size() + " outcomes";
        String subject = about + ": " + asked.reason().replace('_', ' ');
        cases.open(new NewCase(id, CaseKind.DISPUTE, asked.customer(), subject, now, Optional.empty()));
        cases.record(
                id,
                CaseEvent.by(
                        by,
                        now,
                        "dispute_raised",
                        asked.statement(),
                        Map.of(
                                "reason", asked.reason(),
                                "outcomes", Integer.toString(chosen.outcomes().size()),
                                "evidence", Integer.toString(asked.evidence().size()))));
        moves.changed(id, asked.customer(), DisputeState.RAISED, now);
    }

    private static void refuseOther(OptionalInt expected, int hit) {
        if (expected.isPresent() && expected.getAsInt() != hit) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "selection_changed",
                    "",
                    "expected " + expected.getAsInt() + " decisions, as they were shown, but it hits " + hit
                            + " now; look again");
        }
    }

    private static Raised repeated(Dispute before, NewDispute asked) {
        if (!before.content().equals(asked.content())) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "dispute_conflict",
                    "/id",
                    "expected an id that nothing was disputed under, or the same dispute again, but \""
                            + asked.reference() + "\" was another one");
        }
        return new Raised(before, false);
    }

    /** Adds to what is on the table. What the other side waits for moves the dispute on. */
    @Transactional
    public Dispute addEvidence(CaseId id, NewEvidence brought, Actor by) {
        Dispute dispute = locked(id, by);
        if (!dispute.standing().state().takesEvidence()) {
            throw moves.settled(dispute);
        }
        Instant now = now();
        Set<String> outcomes =
                dispute.outcomes().stream().map(Disputed::outcomeId).collect(Collectors.toSet());
        List<Submission> added = submissions.read(
                id, outcomes, List.of(brought), dispute.evidence().size(), by, now, "");
        added.forEach(submission -> store.insertEvidence(id, submission));
        cases.record(
                id,
                CaseEvent.by(
                        by,
                        now,
                        "evidence_added",
                        brought.note().orElse(""),
                        Map.of(
                                "outcome",
                                added.getFirst().outcomeId(),
                                "side",
                                Side.of(by).wireName())));
        if (moves.waitsFor(dispute, Side.of(by))) {
            moves.to(dispute, dispute.standing().again(now, moves.terms(dispute)), now);
            cases.signal(id, CaseSignal.EVIDENCE_ADDED);
        }
        return reads.find(id).orElseThrow();
    }

    /** Ends it by whoever raised it, or by anybody of the customer. */
    @Transactional
    public Dispute withdraw(CaseId id, String reason, Actor by) {
        Dispute dispute = locked(id, by);
        if (dispute.standing().state().settled()) {
            throw moves.settled(dispute);
        }
        if (Side.of(by) != Side.CUSTOMER && !dispute.raisedBy().equals(by.id())) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "not_your_dispute",
                    "",
                    "expected the customer or whoever raised the dispute to withdraw it, but got " + by.id());
        }
        Instant now = now();
        cases.record(id, CaseEvent.by(by, now, "dispute_withdrawn", reason, Map.of()));
        dispute.standing().credit().ifPresent(credit -> credits.withdraw(credit, now));
        cases.signal(id, CaseSignal.WITHDRAWN);
        moves.settle(dispute, DisputeState.WITHDRAWN, now);
        return reads.find(id).orElseThrow();
    }

    /** Another customer's dispute is as unknown as one that does not exist. */
    private Dispute locked(CaseId id, Actor by) {
        if (!store.lock(id)) {
            throw unknown();
        }
        return reads.find(id).filter(dispute -> by.maySee(dispute.customer())).orElseThrow(Disputes::unknown);
    }

    private static Refused unknown() {
        return new Refused(Refused.Kind.NOT_FOUND, "unknown_dispute", "", "expected the id of a dispute");
    }

    private void refuseUnknown(CustomerId customer) {
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
