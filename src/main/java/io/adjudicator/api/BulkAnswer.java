package io.adjudicator.api;

import io.adjudicator.adjudication.Effect;
import io.adjudicator.dispute.Dispute;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What deciding many tasks alike came to, or would.
 *
 * @param effects of answered disputes only in a preview: they come into effect with the process
 */
@Schema(
        name = "DecidedAlike",
        description =
                "What deciding many tasks alike came to, or would. Answers to disputes come into effect with their processes, so they have effects only in a preview.")
record BulkAnswer(int tasks, List<EffectView> effects) {

    static BulkAnswer of(int tasks, List<Effect> effects) {
        return new BulkAnswer(tasks, effects.stream().map(EffectView::of).toList());
    }

    static BulkAnswer answered(List<Dispute> disputes) {
        return new BulkAnswer(disputes.size(), List.of());
    }
}
