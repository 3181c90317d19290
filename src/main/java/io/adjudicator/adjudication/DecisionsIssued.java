package io.adjudicator.adjudication;

import java.util.List;

/** Published inside the transaction that writes these decisions: a listener's own writes stand or fall with them. */
public record DecisionsIssued(List<IssuedDecision> decisions) {

    public DecisionsIssued {
        decisions = List.copyOf(decisions);
    }
}
