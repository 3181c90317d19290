package io.adjudicator.api;

import io.adjudicator.adjudication.Effect;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What became of one outcome, or would.
 *
 * @param before number of the decision that stood
 * @param after number of the decision that stands then
 * @param charged what the customer is charged more; below zero: what goes back
 */
@Schema(
        name = "Effect",
        description =
                "What becomes of one outcome. charged is what the customer is charged more; below zero, what goes back.")
record EffectView(
        String outcomeId,
        int before,
        int after,
        String verdictBefore,
        String verdictAfter,
        String charged,
        String unit) {

    static EffectView of(Effect effect) {
        return new EffectView(
                effect.outcomeId(),
                effect.before(),
                effect.after(),
                effect.verdictBefore(),
                effect.verdictAfter(),
                effect.charged().plain(),
                effect.charged().unit().code());
    }
}
