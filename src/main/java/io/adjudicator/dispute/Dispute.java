package io.adjudicator.dispute;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.casework.CaseId;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything on record about a dispute.
 *
 * @param selectedBy OUTCOMES, FILTER or SAMPLE
 * @param contract whose terms apply: that of the latest decision that is disputed
 * @param unit of that contract
 * @param parties who ruled on its outcomes before, and so does not decide again
 * @param effects what followed, by outcome
 */
public record Dispute(
        CaseId id,
        CustomerId customer,
        String reference,
        String selectedBy,
        Map<String, Object> selection,
        String reason,
        String statement,
        Digest contract,
        Unit unit,
        String raisedBy,
        String raisedByName,
        Instant raisedAt,
        Digest content,
        Optional<Drawn> drawn,
        Standing standing,
        Set<String> parties,
        List<Disputed> outcomes,
        List<Submission> evidence,
        List<Answered> answers,
        List<Effect> effects) {

    public Dispute {
        parties = Set.copyOf(parties);
        outcomes = List.copyOf(outcomes);
        evidence = List.copyOf(evidence);
        answers = List.copyOf(answers);
        effects = List.copyOf(effects);
    }

    /** The error rate that a sample came to, once it is decided. */
    public Optional<ErrorRate> errorRate() {
        return drawn.filter(_ -> standing.state().settled() && standing.state() != DisputeState.WITHDRAWN)
                .map(_ -> ErrorRate.of(outcomes.size(), wrong()));
    }

    private int wrong() {
        Set<String> sampled =
                Set.copyOf(outcomes.stream().map(Disputed::outcomeId).toList());
        return Math.toIntExact(effects.stream()
                .filter(effect -> sampled.contains(effect.outcomeId()))
                .filter(effect -> !effect.verdictBefore().equals(effect.verdictAfter())
                        || effect.charged().number().signum() != 0)
                .count());
    }

    Answered latestAnswer() {
        return answers.getLast();
    }
}
