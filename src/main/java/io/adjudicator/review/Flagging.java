package io.adjudicator.review;

import io.adjudicator.adjudication.DecisionsIssued;
import io.adjudicator.adjudication.IssuedDecision;
import io.adjudicator.casework.CaseEvent;
import io.adjudicator.casework.CaseId;
import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.Cases;
import io.adjudicator.casework.NewCase;
import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.DisputeTerms;
import io.adjudicator.kernel.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens a case for each decision that needs a person, and withdraws the case of a decision that was superseded. Within the transaction
 * that writes the decisions, so there is never a flag without a case.
 */
@Component
class Flagging {

    /** Reminded when half of the time has passed. */
    private static final int REMINDED_AFTER = 2;

    private final FlaggedStore store;
    private final Cases cases;
    private final Contracts contracts;

    Flagging(FlaggedStore store, Cases cases, Contracts contracts) {
        this.store = store;
        this.cases = cases;
        this.contracts = contracts;
    }

    @EventListener
    void issued(DecisionsIssued issued) {
        List<IssuedDecision> later =
                issued.decisions().stream().filter(one -> one.number() > 1).toList();
        if (!later.isEmpty()) {
            withdrawSuperseded(later);
        }
        issued.decisions().stream().filter(IssuedDecision::needsReview).forEach(this::flag);
    }

    private void flag(IssuedDecision decision) {
        Duration time = contracts
                .inForce(decision.customer(), decision.issuedAt())
                .map(version -> version.disputes())
                .orElse(DisputeTerms.USUAL)
                .reviewWithin();
        Instant opened = decision.issuedAt();
        FlaggedOutcome flagged = new FlaggedOutcome(
                id(decision),
                decision.outcomeId(),
                decision.number(),
                decision.customer(),
                decision.outcomeType(),
                decision.reason().orElseThrow(),
                opened,
                opened.plus(time.dividedBy(REMINDED_AFTER)),
                opened.plus(time),
                Optional.empty(),
                Optional.empty());
        store.insert(flagged);
        cases.open(new NewCase(
                flagged.id(),
                CaseKind.CLAIM_REVIEW,
                flagged.customer(),
                flagged.outcomeId() + ": " + flagged.why().replace('_', ' '),
                opened,
                Optional.empty()));
        cases.record(
                flagged.id(),
                CaseEvent.bySystem(
                        opened,
                        "outcome_flagged",
                        Map.of(
                                "outcome",
                                flagged.outcomeId(),
                                "why",
                                flagged.why(),
                                "dueAt",
                                flagged.dueAt().toString())));
    }

    /** The same decision always has the same case, however often it is tried. */
    private static CaseId id(IssuedDecision decision) {
        return new CaseId(new SourceId(decision.outcomeId(), Integer.toString(decision.number())).derived("rev"));
    }

    private void withdrawSuperseded(List<IssuedDecision> later) {
        Instant at = later.getFirst().issuedAt();
        List<String> outcomes = later.stream().map(IssuedDecision::outcomeId).toList();
        for (FlaggedOutcome flagged : store.openOf(outcomes)) {
            store.withdraw(flagged.id(), at);
            cases.record(
                    flagged.id(),
                    CaseEvent.bySystem(at, "decision_superseded", Map.of("outcome", flagged.outcomeId())));
            cases.signal(flagged.id(), CaseSignal.WITHDRAWN);
            cases.close(flagged.id(), "withdrawn", at);
        }
    }
}
