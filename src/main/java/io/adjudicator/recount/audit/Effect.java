package io.adjudicator.recount.audit;

import io.adjudicator.contract.EvidenceGrade;
import java.time.Instant;
import java.util.Optional;

/**
 * An observer's record of what became of a task.
 *
 * @param outcomeClass as it is written; it may be one that nobody registered
 * @param confirmedAt when the observer was sure
 * @param stableFrom when it can no longer turn, where the record says
 * @param reversalOf the effect that it takes back
 */
public record Effect(
        String effectId,
        Optional<String> operationId,
        String outcomeClass,
        Optional<EvidenceGrade> grade,
        Instant confirmedAt,
        Optional<Instant> stableFrom,
        Optional<String> reversalOf) {

    /** Throws {@link io.adjudicator.kernel.Refused} at what is missing or of a wrong type. */
    public static Effect read(Stated record) {
        Instant confirmedAt = record.requiredTime("confirmed_at");
        return new Effect(
                record.requiredText("effect_id"),
                record.text("operation_id"),
                record.requiredText("outcome_class"),
                record.grade("observer_grade"),
                confirmedAt,
                record.time("stability_deadline")
                        .or(() -> record.count("stability_window_seconds").map(confirmedAt::plusSeconds)),
                record.text("reversal_of"));
    }

    public Optional<OutcomeClass> registered() {
        return OutcomeClass.ofWireName(outcomeClass);
    }

    boolean is(OutcomeClass other) {
        return registered().filter(known -> known == other).isPresent();
    }
}
