package io.adjudicator.recount.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does a billed line lead to the effect that it bills, does that say who observed it, and can it still turn? */
final class Traceability {

    private static final String NAME = "traceability";

    private Traceability() {}

    /** @param asOf when the line is to be settled, if the bundle says */
    static Checked check(Stated line, Optional<Effect> confirmation, Optional<Instant> asOf) {
        Optional<String> named = line.text("effect_confirmation_ref");
        Optional<Effect> found = confirmation.filter(effect -> named.equals(Optional.of(effect.effectId())));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("traceable", found.isPresent());
        if (found.isEmpty()) {
            return new Checked(NAME, Mark.FAIL, figures, List.of(untraceable(named)));
        }
        boolean graded = found.get().grade().isPresent();
        figures.put("observer_grade_present", graded);
        if (!graded) {
            return new Checked(NAME, Mark.FAIL, figures, List.of("the confirmation does not say who observed it"));
        }
        return asOf.map(at -> settled(found.get(), at, figures))
                .orElseGet(() -> new Checked(NAME, Mark.PASS, figures, List.of()));
    }

    private static String untraceable(Optional<String> named) {
        return named.map(ref -> "the line names the effect \"" + ref + "\", but its confirmation is not there")
                .orElse("the line names no confirmed effect");
    }

    /** The deadline is exclusive, as the close of a window is. */
    private static Checked settled(Effect effect, Instant asOf, Map<String, Object> figures) {
        Optional<Instant> deadline = effect.stableFrom();
        boolean stable = deadline.filter(at -> !asOf.isBefore(at)).isPresent();
        figures.put("settlement_grade", stable);
        return stable
                ? new Checked(NAME, Mark.PASS, figures, List.of())
                : new Checked(
                        NAME,
                        Mark.PRELIMINARY,
                        figures,
                        List.of(deadline.map(at -> "it can still turn until " + at)
                                .orElse("nothing says until when it can turn")));
    }
}
