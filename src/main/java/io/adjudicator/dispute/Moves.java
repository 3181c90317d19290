package io.adjudicator.dispute;

import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.Cases;
import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.DisputeTerms;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Refused;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves disputes from one state to the next; each move is on the timeline and told to whoever listens. */
@Component
class Moves {

    private final DisputeStore store;
    private final Cases cases;
    private final Contracts contracts;
    private final ApplicationEventPublisher events;

    Moves(DisputeStore store, Cases cases, Contracts contracts, ApplicationEventPublisher events) {
        this.store = store;
        this.cases = cases;
        this.contracts = contracts;
        this.events = events;
    }

    DisputeTerms terms(Dispute dispute) {
        return contracts.byDigest(dispute.contract()).disputes();
    }

    void to(Dispute dispute, Standing standing, Instant now) {
        store.stand(dispute.id(), standing);
        cases.quietUntil(dispute.id(), standing.waitUntil());
        cases.record(
                dispute.id(),
                CaseEvent.bySystem(
                        now, "dispute_" + word(standing.state()), Map.of("round", Integer.toString(standing.round()))));
        changed(dispute.id(), dispute.customer(), standing.state(), now);
    }

    void settle(Dispute dispute, DisputeState state, Instant now) {
        to(dispute, dispute.standing().to(state), now);
        cases.close(dispute.id(), word(state), now);
    }

    void changed(CaseId id, CustomerId customer, DisputeState state, Instant now) {
        events.publishEvent(new DisputeChanged(id, customer, state, now));
    }

    boolean waitsFor(Dispute dispute, Side side) {
        return dispute.standing().state() == DisputeState.WAITING
                && dispute.latestAnswer().answer() instanceof Answer.Asked asked
                && asked.of() == side;
    }

    Refused settled(Dispute dispute) {
        return new Refused(
                Refused.Kind.CONFLICT,
                "dispute_answered",
                "",
                "expected a dispute that is not answered yet, but " + dispute.id() + " is "
                        + word(dispute.standing().state()).replace('_', ' '));
    }

    private static String word(DisputeState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
