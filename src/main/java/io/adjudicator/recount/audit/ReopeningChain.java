package io.adjudicator.recount.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * One task's effects and the lines that bill them. A task that is resolved again must have been reopened in between, by a record that
 * names what it takes back; otherwise an earlier resolution was undone in silence, and was billed all the same.
 */
final class ReopeningChain {

    private final List<Effect> effects;
    private final List<String> reasons = new ArrayList<>();
    private final SequencedSet<Effect> billed = new LinkedHashSet<>();

    private ReopeningChain(List<Effect> effects) {
        this.effects = effects.stream()
                .sorted(Comparator.comparing(Effect::confirmedAt).thenComparing(Effect::effectId))
                .toList();
    }

    /** Gross, reversed and net units are figures of their own; {@code total_billable_outcome_units} is the gross. */
    static Checked check(List<Effect> effects, List<Stated> lines) {
        ReopeningChain chain = new ReopeningChain(effects);
        lines.forEach(chain::bill);
        boolean silent = chain.findsSilentReversal();
        boolean linked = chain.reversalsLead();
        long gross = chain.billed.size();
        long reversed = chain.billed.stream().filter(chain::isReversed).count();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("total_billable_outcome_units", gross);
        figures.put("gross_units", gross);
        figures.put("reversed_units", reversed);
        figures.put("net_units", gross - reversed);
        figures.put("reversal_chain_verified", linked && !silent);
        figures.put("possible_silent_reversal", silent);
        return Checked.failingIfAny("reopening chain", figures, chain.reasons);
    }

    private void bill(Stated line) {
        String where = line.text("meter_event_id").map(id -> "line " + id).orElse("the line at " + line.at());
        Optional<Effect> effect = line.text("effect_confirmation_ref")
                .flatMap(ref -> effects.stream()
                        .filter(one -> one.effectId().equals(ref))
                        .findFirst());
        if (effect.isEmpty()) {
            reasons.add(where + " leads to no effect");
            return;
        }
        if (effect.get().registered().filter(OutcomeClass::isResolution).isEmpty()) {
            reasons.add(where + " bills " + effect.get().effectId() + ", which was "
                    + effect.get().outcomeClass());
            return;
        }
        if (!line.count("quantity").equals(Optional.of(1L))) {
            reasons.add(where + " bills another quantity than the one of its effect");
        }
        if (!billed.add(effect.get())) {
            reasons.add(where + " bills " + effect.get().effectId() + " again");
        }
    }

    /** Two billed resolutions without a reopening between them that names the earlier. */
    private boolean findsSilentReversal() {
        List<Effect> inTime = effects.stream().filter(billed::contains).toList();
        boolean silent = false;
        for (int i = 1; i < inTime.size(); i++) {
            Effect earlier = inTime.get(i - 1);
            Effect later = inTime.get(i);
            if (reversals(earlier).noneMatch(reopened -> !reopened.confirmedAt().isAfter(later.confirmedAt()))) {
                silent = true;
                reasons.add("no reopening takes back " + earlier.effectId() + " before " + later.effectId()
                        + "; a silent reversal is suspected");
            }
        }
        return silent;
    }

    private boolean reversalsLead() {
        List<Effect> loose = effects.stream()
                .filter(effect -> effect.is(OutcomeClass.REOPENED))
                .filter(reopened -> effects.stream().noneMatch(effect -> takesBack(reopened, effect)))
                .toList();
        loose.forEach(reopened -> reasons.add(reopened.effectId() + " reopens, but names no earlier effect"));
        return loose.isEmpty();
    }

    private boolean isReversed(Effect effect) {
        return reversals(effect).findAny().isPresent();
    }

    private Stream<Effect> reversals(Effect of) {
        return effects.stream().filter(effect -> takesBack(effect, of));
    }

    private static boolean takesBack(Effect reopened, Effect earlier) {
        return reopened.is(OutcomeClass.REOPENED)
                && reopened.reversalOf().equals(Optional.of(earlier.effectId()))
                && !reopened.confirmedAt().isBefore(earlier.confirmedAt());
    }
}
