package io.adjudicator.recount.audit;

import io.adjudicator.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the checks that an input allows, told by what it states. Pure. */
public final class Audit {

    private Audit() {}

    /** Throws {@link Refused} where no check applies, or a member is of a wrong type. */
    public static List<Checked> check(Stated input) {
        List<Checked> checks = new ArrayList<>();
        Optional<Stated> line = input.object("billing_line");
        if (input.has("observation") && input.has("billing_claim")) {
            checks.add(Determinability.check(
                    input.object("observation").orElseThrow(),
                    input.object("billing_claim").orElseThrow()));
        }
        line.filter(one -> one.has("meter_event_id"))
                .map(one -> Traceability.check(
                        one, input.object("effect_confirmation").map(Effect::read), input.time("settlement_as_of")))
                .ifPresent(checks::add);
        if (input.has("effects") && input.has("billing_lines")) {
            checks.add(ReopeningChain.check(
                    input.objects("effects").stream().map(Effect::read).toList(), input.objects("billing_lines")));
        }
        line.filter(one -> one.has("billing_basis"))
                .map(one -> ClaimMatch.check(one, input.object("actual_outcome")))
                .ifPresent(checks::add);
        input.object("bundle").map(Disclosure::check).ifPresent(checks::add);
        if (checks.isEmpty()) {
            throw new Refused(
                    Refused.Kind.UNPROCESSABLE,
                    "nothing_to_check",
                    input.at(),
                    "expected an observation with its billing_claim, a billing_line with meter_event_id or billing_basis,"
                            + " effects with their billing_lines, or a bundle");
        }
        return checks;
    }
}
